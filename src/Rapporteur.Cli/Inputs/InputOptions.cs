// SPDX-License-Identifier: Apache-2.0

using System.CommandLine;
using Rapporteur.Documents;
using Rapporteur.Formats;
using Rapporteur.Formats.Manifests;

namespace Rapporteur.Cli.Inputs;

/// <summary>The arguments and options by which a command is told what to read, and how.</summary>
internal sealed class InputOptions
{
    private readonly Argument<string[]> paths = new("path")
    {
        Description = "Files, folders (all that is below them, by name), or - for standard input",
        Arity = ArgumentArity.ZeroOrMore,
    };

    private readonly Option<string?> text = new("--text") { Description = "Read this text instead of files", HelpName = "text" };
    private readonly Option<bool> oneReport = new("--one-report") { Description = "Take each input as one report; never split it" };
    private readonly Option<string?> manifest = new("--manifest") { Description = "CSV or JSON that tells name,published,outlet,author,url,title of inputs", HelpName = "file" };
    private readonly Option<string?> textField = new("--text-field") { Description = "Field or column that holds the text, for JSON Lines and CSV (else: text, body, content, …)", HelpName = "name" };
    private readonly Option<string?> records = new("--records") { Description = "Of web archives (WARC), read only these records, counted from 1: FROM:TO, FROM: or :TO", HelpName = "from:to" };
    private readonly Option<int> threads = new("--threads")
    {
        Description = "Reports read at once; the output is the same for any number", HelpName = "n",
        DefaultValueFactory = _ => Environment.ProcessorCount,
    };

    public InputOptions(Command command)
    {
        command.Add(paths);
        command.Add(text);
        command.Add(oneReport);
        command.Add(manifest);
        command.Add(textField);
        command.Add(records);
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
            if (result.GetValue(text) is not null == named)
                result.AddError(named ? "Give paths or --text, not both." : "Nothing to read: name files or folders, or - for standard input.");
        });
    }

    public int Threads(ParseResult parsed) => parsed.GetValue(threads);

    /// <summary>The options as one line, for the record's manifest of runs.</summary>
    public static string Describe(ParseResult parsed) => string.Join(' ', parsed.Tokens.Select(t => t.Value.Contains(' ', StringComparison.Ordinal) ? $"\"{t.Value}\"" : t.Value));

    /// <summary>The walker and the inputs it will give.</summary>
    /// <exception cref="UsageException">The manifest can't be read.</exception>
    public (InputWalker Walker, IEnumerable<InputItem> Items) Open(ParseResult parsed, Terminal terminal)
    {
        var reader = new InputReader(options: new FormatOptions { TextField = parsed.GetValue(textField), Records = parsed.GetValue(records) is { } range ? RecordRange.Parse(range) : null });
        var walker = new InputWalker(reader, ReadManifest(parsed.GetValue(manifest), terminal), parsed.GetValue(oneReport), terminal.Input, terminal.Interrupt);
        if (parsed.GetValue(text) is not { } given) return (walker, walker.Walk(parsed.GetValue(paths) ?? []));
        var options = new ReadOptions { InputName = "--text", OneReport = parsed.GetValue(oneReport) };
        return (walker, [new InputText("--text", given, options) { IsVerbatim = true, Map = OffsetMap.Identity }]);
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
