// SPDX-License-Identifier: Apache-2.0

using System.CommandLine;
using Rapporteur.Fetching;
using Rapporteur.Documents;
using Rapporteur.Formats;
using Rapporteur.Formats.Manifests;
using Rapporteur.Store.Writing;

namespace Rapporteur.Cli.Inputs;

/// <summary>The arguments and options by which a command is told what to read, and how.</summary>
internal sealed class InputOptions
{
    private readonly Argument<string[]> paths = new("path")
    {
        Description = "Files, folders (all that is below them, by name), addresses (https://…), or - for standard input",
        Arity = ArgumentArity.ZeroOrMore,
    };

    private readonly Option<string?> text = new("--text") { Description = "Read this text instead of files", HelpName = "text" };
    private readonly Option<bool> oneReport = new("--one-report") { Description = "Take each input as one report; never split it" };
    private readonly Option<string?> manifest = new("--manifest") { Description = "CSV or JSON that tells name,published,outlet,author,url,title of inputs", HelpName = "file" };
    private readonly Option<string?> textField = new("--text-field") { Description = "Field or column that holds the text, for JSON Lines and CSV (else: text, body, content, …)", HelpName = "name" };
    private readonly Option<bool> follow = new("--follow") { Description = "Of feeds at an address, read the pages that they link to" };
    private readonly Option<bool> allowPrivate = new("--allow-private") { Description = "Ask addresses of private networks and of this machine too" };
    private readonly Option<string?> records = new("--records") { Description = "Of web archives (WARC), read only these records, counted from 1: FROM:TO, FROM: or :TO", HelpName = "from:to" };
    private readonly Option<int> threads = new("--threads")
    {
        Description = "Reports read at once; the output is the same for any number", HelpName = "n",
        DefaultValueFactory = _ => Environment.ProcessorCount,
    };

    /// <param name="command">The command.</param>
    /// <param name="isWatched">Whether its inputs are watched: then there is no text on the command line, no standard input, and no part of an archive.</param>
    public InputOptions(Command command, bool isWatched = false)
    {
        command.Add(paths);
        if (isWatched) paths.Description = "Files, folders (all that is below them), addresses of feeds and pages (https://…)";
        if (!isWatched) command.Add(text);
        command.Add(oneReport);
        command.Add(manifest);
        command.Add(textField);
        command.Add(follow);
        command.Add(allowPrivate);
        if (!isWatched) command.Add(records);
        command.Add(threads);
        records.Validators.Add(result =>
        {
            if (result.Tokens.Count > 0 && RecordRange.Parse(result.Tokens[0].Value) is null) result.AddError("--records takes two numbers from 1 on, such as 1:50000; either may be left out.");
        });
        threads.Validators.Add(result =>
        {
            if (result.Tokens.Count > 0 && (!int.TryParse(result.Tokens[0].Value, out int n) || n is < 1 or > 1024)) result.AddError("--threads takes a number from 1 to 1024.");
        });
        command.Validators.Add(result =>
        {
            bool named = result.GetValue(paths) is { Length: > 0 };
            if (isWatched)
            {
                if (!named || result.GetValue(paths)!.Contains("-")) result.AddError("Name the folders, files or addresses to watch; standard input can't be watched.");
                return;
            }

            if (result.GetValue(text) is not null == named)
                result.AddError(named ? "Give paths or --text, not both." : "Nothing to read: name files, folders or addresses, or - for standard input.");
        });
    }

    public int Threads(ParseResult parsed) => parsed.GetValue(threads);

    /// <summary>The options as one line, for the record's manifest of runs.</summary>
    public static string Describe(ParseResult parsed) => string.Join(' ', parsed.Tokens.Select(t => t.Value.Contains(' ', StringComparison.Ordinal) ? $"\"{t.Value}\"" : t.Value));

    /// <summary>The walker and the inputs it will give.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="terminal">Where standard input and the clock come from.</param>
    /// <param name="fetched">Opens what is known of addresses, given what tells these options from others; null where nothing is kept.</param>
    /// <exception cref="UsageException">The manifest can't be read.</exception>
    public (InputWalker Walker, IEnumerable<InputItem> Items) Open(ParseResult parsed, Terminal terminal, Func<string, FetchedAddresses>? fetched = null)
    {
        InputWalker walker = Walker(parsed, terminal, fetched);
        if (parsed.GetValue(text) is not { } given) return (walker, walker.Walk(parsed.GetValue(paths) ?? []));
        var options = new ReadOptions { InputName = "--text", OneReport = parsed.GetValue(oneReport) };
        return (walker, [new InputText("--text", given, options) { IsVerbatim = true, Map = OffsetMap.Identity }]);
    }

    /// <summary>The paths that are to be read.</summary>
    public IReadOnlyList<string> Paths(ParseResult parsed) => parsed.GetValue(paths) ?? [];

    /// <summary>What gives the inputs, with no path yet.</summary>
    /// <exception cref="UsageException">The manifest can't be read.</exception>
    public InputWalker Walker(ParseResult parsed, Terminal terminal, Func<string, FetchedAddresses>? fetched)
    {
        var reader = new InputReader(options: new FormatOptions { TextField = parsed.GetValue(textField), Records = parsed.GetValue(records) is { } range ? RecordRange.Parse(range) : null });
        Manifest? rows = ReadManifest(parsed.GetValue(manifest), terminal);
        // What a manifest tells may be another the next time, although the address did not change.
        string options = $"one={parsed.GetValue(oneReport)};field={parsed.GetValue(textField)};follow={parsed.GetValue(follow)}";
        Func<FetchedAddresses>? known = fetched is null || rows is not null ? null : () => fetched(options);
        var fetcher = new Fetcher(new FetchOptions { AllowPrivate = parsed.GetValue(allowPrivate) }, terminal.Clock);
        return new InputWalker(
            reader, rows, parsed.GetValue(oneReport), terminal.Input, terminal.Interrupt, new AddressReader(reader, fetcher, parsed.GetValue(follow), known, terminal.Interrupt));
    }

    private static Manifest? ReadManifest(string? path, Terminal terminal)
    {
        if (path is null) return null;
        try
        {
            using var file = new StreamReader(path);
            Manifest read = Manifest.Read(path, file);
            foreach (string note in read.Notes) terminal.Note($"note: {note}");
            return read;
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"The manifest {path} can't be read: {problem.Message}");
        }
        catch (FormatException problem)
        {
            throw new UsageException(problem.Message);
        }
    }
}
