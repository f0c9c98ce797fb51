// SPDX-License-Identifier: Apache-2.0

using System.CommandLine;
using System.Globalization;
using Rapporteur.Cli.Output;
using Rapporteur.Store;
using Rapporteur.Store.Querying;

namespace Rapporteur.Cli.Commands;

/// <summary>The options that every command which asks the record shares.</summary>
internal sealed class AskOptions
{
    /// <summary>Rows on a screen unless more are asked for.</summary>
    private const int OnScreen = 50;

    private readonly Option<string> record = RecordOption.Create();
    private readonly Option<string?> outlet = new("--outlet") { Description = "Only this outlet (part of its name is enough)", HelpName = "name" };
    private readonly Option<string?> since = Date("--since", "Only reports published from this date on: 2022, 2022-02 or 2022-02-25");
    private readonly Option<string?> until = Date("--until", "Only reports published up to the end of this date");
    private readonly Option<int?> limit = new("--limit") { Description = "At most so many rows", HelpName = "n" };
    private readonly Option<bool> json = new("--json") { Description = "A JSON array instead of a table" };
    private readonly Option<bool> csv = new("--csv") { Description = "CSV instead of a table; cells that a spreadsheet would run get a ' before them" };

    public AskOptions(Command command)
    {
        command.Add(outlet);
        command.Add(since);
        command.Add(until);
        command.Add(limit);
        command.Add(json);
        command.Add(csv);
        command.Add(record);
        limit.Validators.Add(result =>
        {
            if (result.Tokens.Count > 0 && (!int.TryParse(result.Tokens[0].Value, out int n) || n < 1)) result.AddError("--limit takes a number from 1 up.");
        });
        command.Validators.Add(result =>
        {
            if (result.GetValue(json) && result.GetValue(csv)) result.AddError("Give --json or --csv, not both.");
        });
    }

    public RecordQueries Open(ParseResult parsed) => new(RecordFile.OpenExisting(parsed.GetValue(record)!));

    public bool AsksForCsv(System.CommandLine.Parsing.CommandResult result) => result.GetValue(csv);

    public TableForm Form(ParseResult parsed) => parsed.GetValue(json) ? TableForm.Json : parsed.GetValue(csv) ? TableForm.Csv : TableForm.Screen;

    /// <summary>Which reports the user asks for.</summary>
    public ReportFilter Reports(ParseResult parsed, int? unlessLimited = OnScreen) => Fill(parsed, new ReportFilter(), unlessLimited);

    /// <summary>A filter with what the user asks of reports filled in.</summary>
    public T Fill<T>(ParseResult parsed, T filter, int? unlessLimited = OnScreen)
        where T : ReportFilter
        => (T)(filter with { Outlet = parsed.GetValue(outlet), Since = parsed.GetValue(since), Until = parsed.GetValue(until), Limit = Limit(parsed, unlessLimited) });

    /// <summary>How many rows the user asks for; null for all.</summary>
    public int? Limit(ParseResult parsed, int? unlessLimited)
        => parsed.GetValue(limit) ?? (Form(parsed) == TableForm.Screen ? unlessLimited : null);

    /// <summary>Writes the rows, and for a screen says how many there are, and whether there may be more.</summary>
    public Task<int> Write<T>(Terminal terminal, ParseResult parsed, IReadOnlyList<T> rows, Column<T>[] columns, string what, int? unlessLimited = OnScreen)
    {
        Table.Write(terminal, Form(parsed), rows, columns);
        if (Form(parsed) == TableForm.Screen)
        {
            string more = rows.Count == Limit(parsed, unlessLimited) ? "; there may be more, --limit shows them" : "";
            terminal.Note(string.Create(CultureInfo.InvariantCulture, $"{rows.Count:N0} {what}{(rows.Count == 1 ? "" : "s")}{more}"));
        }

        return Task.FromResult(CommandLine.Success);
    }

    private static Option<string?> Date(string name, string description)
    {
        var option = new Option<string?>(name) { Description = description, HelpName = "date" };
        option.Validators.Add(result =>
        {
            string? value = result.Tokens.Count > 0 ? result.Tokens[0].Value : null;
            if (value is not null && !DateTime.TryParseExact(value, ["yyyy", "yyyy-MM", "yyyy-MM-dd"], CultureInfo.InvariantCulture, DateTimeStyles.None, out DateTime _))
                result.AddError($"{name} takes a date: 2022, 2022-02 or 2022-02-25, not '{value}'.");
        });
        return option;
    }
}
