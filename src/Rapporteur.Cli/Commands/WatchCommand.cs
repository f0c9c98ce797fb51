// SPDX-License-Identifier: Apache-2.0

using System.CommandLine;
using Rapporteur.Fetching;
using Rapporteur.Cli.Inputs;
using Rapporteur.Cli.Watching;
using Rapporteur.Store;
using Rapporteur.Store.Writing;

namespace Rapporteur.Cli.Commands;

/// <summary><c>rapporteur watch</c>: what is new in folders and feeds, into the record, as it comes.</summary>
internal static class WatchCommand
{
    public static Command Create(Terminal terminal)
    {
        var command = new Command("watch", "Reads what is new in folders and feeds into the record as it comes, until Ctrl-C; what was read before is not read again.");
        var inputs = new InputOptions(command, isWatched: true);
        var actors = new OwnActors(command);
        Option<string> record = RecordOption.Create();
        var every = new Option<int>("--every") { Description = "Minutes between two requests to a feed or page", HelpName = "minutes", DefaultValueFactory = _ => 15 };
        var once = new Option<bool>("--once") { Description = "Read what is there and new, and end (for cron)" };
        var verbose = new Option<bool>("--verbose") { Description = "Tell each time what was read, not once an hour" };
        every.Validators.Add(result =>
        {
            if (result.Tokens.Count > 0 && (!int.TryParse(result.Tokens[0].Value, out int n) || n is < 1 or > 10080)) result.AddError("--every takes a number of minutes from 1 to 10080, a week.");
        });
        command.Add(record);
        command.Add(every);
        command.Add(once);
        command.Add(verbose);
        command.SetAction(async (parsed, _) =>
        {
            IReadOnlyList<string> paths = inputs.Paths(parsed);
            string[] addresses = [.. paths.Where(Fetcher.IsAddress).Distinct()], local = [.. paths.Where(p => !Fetcher.IsAddress(p)).Distinct()];
            if (local.FirstOrDefault(p => !Path.Exists(p)) is { } missing) throw new UsageException($"There is no file or folder {missing} to watch.");
            string path = parsed.GetValue(record)!;
            (RapporteurReader Reader, string Version) by = actors.Open(parsed);
            var reading = new RecordReading(terminal, path, by, inputs.Threads(parsed));
            InputWalker walker = inputs.Walker(parsed, terminal, version => new FetchedAddresses(RecordFile.OpenOrCreate(path), $"{by.Version};{version}"));
            bool isOnce = parsed.GetValue(once);
            var report = new WatchReport(terminal, path, parsed.GetValue(verbose));
            var watch = new Watch(
                terminal, walker, reading, new WatchedFiles(local, terminal.Clock), new WatchedAddresses(addresses, TimeSpan.FromMinutes(parsed.GetValue(every)), terminal.Clock), report,
                InputOptions.Describe(parsed));
            if (isOnce)
            {
                await watch.RunOnceAsync().ConfigureAwait(false);
            }
            else
            {
                terminal.Note($"watching {string.Join(", ", paths)} for {path} (Ctrl-C ends it)");
                using var signal = new FolderSignal(local, terminal.Note);
                await watch.RunAsync(signal).ConfigureAwait(false);
            }

            report.TellAll();
            return isOnce && (watch.HasFailures || walker.IsInterrupted) ? CommandLine.Failure : CommandLine.Success;
        });
        return command;
    }
}
