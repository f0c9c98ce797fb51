// SPDX-License-Identifier: Apache-2.0

using System.CommandLine;
using System.Diagnostics;
using System.Net;
using Rapporteur.Web.Serving;

namespace Rapporteur.Cli.Commands;

/// <summary><c>rapporteur serve</c>: the page over the record.</summary>
internal static class ServeCommand
{
    public static Command Create(Terminal terminal)
    {
        Option<string> record = RecordOption.Create();
        var port = new Option<int>("--port") { Description = "Port", HelpName = "n", DefaultValueFactory = _ => ServeOptions.DefaultPort };
        var listen = new Option<string?>("--listen", "--host") { Description = "Address to listen on, so that others than this machine reach the page; it then asks for a token", HelpName = "address" };
        var certificate = new Option<string?>("--certificate") { Description = "PEM file with a certificate, for TLS", HelpName = "file" };
        var key = new Option<string?>("--key") { Description = "PEM file with the certificate's key", HelpName = "file" };
        var newToken = new Option<bool>("--new-token") { Description = "Make a new token; the one of before no longer opens the page" };
        var allowPrivate = new Option<bool>("--allow-private") { Description = "Read addresses of private networks and of this machine too, where one is pasted" };
        var open = new Option<bool>("--open") { Description = "Open the page in the browser" };
        port.Validators.Add(result =>
        {
            if (result.Tokens.Count > 0 && (!int.TryParse(result.Tokens[0].Value, out int n) || n is < 0 or > 65535)) result.AddError("--port takes a number from 1 to 65535, or 0 for any that is free.");
        });
        listen.Validators.Add(result =>
        {
            if (result.Tokens.Count > 0 && AddressOf(result.Tokens[0].Value) is null && result.Tokens[0].Value != "localhost")
                result.AddError($"--listen takes an address of this machine, such as 0.0.0.0 for all, not '{result.Tokens[0].Value}'.");
        });
        var command = new Command("serve", "Opens a page over the record: read stories, ask who said what, see each entry at its words. Also an API and an MCP server.")
        {
            record, port, listen, certificate, key, newToken, allowPrivate, open,
        };
        command.SetAction(async (parsed, _) =>
        {
            var options = new ServeOptions
            {
                Record = parsed.GetValue(record)!, Port = parsed.GetValue(port), Address = AddressOf(parsed.GetValue(listen)), Certificate = parsed.GetValue(certificate),
                Key = parsed.GetValue(key), RenewsToken = parsed.GetValue(newToken), AllowsPrivate = parsed.GetValue(allowPrivate), Note = terminal.Note, Clock = terminal.Clock,
            };
            if (!options.IsLoopback && options.Certificate is null)
                terminal.Note("warning: without TLS (--certificate) anybody on the network between can read the page and the token.");
            await using WebServer server = await StartAsync(options).ConfigureAwait(false);
            terminal.Note($"{options.Record} is served at {server.Address} (Ctrl-C ends it)");
            if (parsed.GetValue(open)) Show(server.Address, terminal);
            await server.RunAsync(terminal.Interrupt).ConfigureAwait(false);
            return CommandLine.Success;
        });
        return command;
    }

    private static async Task<WebServer> StartAsync(ServeOptions options)
    {
        try
        {
            return await WebServer.StartAsync(options).ConfigureAwait(false);
        }
        catch (IOException taken) when (taken.InnerException is Microsoft.AspNetCore.Connections.AddressInUseException)
        {
            throw new IOException($"Port {options.Port} is taken; name another with --port.", taken);
        }
    }

    private static IPAddress? AddressOf(string? name) => IPAddress.TryParse(name, out IPAddress? address) ? address : null;

    private static void Show(Uri address, Terminal terminal)
    {
        try
        {
            using Process? browser = Process.Start(new ProcessStartInfo(address.ToString()) { UseShellExecute = true });
        }
        catch (Exception problem) when (problem is System.ComponentModel.Win32Exception or PlatformNotSupportedException)
        {
            terminal.Note($"No browser could be started ({problem.Message}); open {address} in one.");
        }
    }
}
