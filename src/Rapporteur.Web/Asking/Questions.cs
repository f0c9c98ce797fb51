// SPDX-License-Identifier: Apache-2.0

using System.Globalization;
using Rapporteur.Documents;
using Rapporteur.Records;
using Rapporteur.Store.Querying;

namespace Rapporteur.Web.Asking;

/// <summary>Makes the query of an address into a question to the record. The names are those of the command line's options.</summary>
public static class Questions
{
    /// <summary>The acts, as the record names them.</summary>
    public static readonly IReadOnlyList<string> Acts = [.. Enum.GetValues<SpeechAct>().Select(RecordWord.Of)];

    /// <summary>The ways in which words are given.</summary>
    public static readonly IReadOnlyList<string> Quotations = [.. Enum.GetValues<QuotationKind>().Select(RecordWord.Of)];

    /// <summary>A question about statements.</summary>
    /// <param name="query">What was asked.</param>
    /// <param name="size">Size of a page.</param>
    /// <param name="problems">Takes what makes no sense; it is left out of the question.</param>
    public static StatementFilter Statements(PageQuery query, int size, ICollection<string> problems)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentNullException.ThrowIfNull(problems);
        return Reports(query, size, new StatementFilter
        {
            Source = query["source"], About = query["about"], SourceActor = query["speaker"], AboutActor = query["of"], Country = query["country"], Sector = query["sector"],
            Acts = [.. query.All("act").Where(a => Known(a, Acts, "act", problems))],
            Quotation = query["quotation"] is { } quotation && Known(quotation, Quotations, "quotation", problems) ? quotation : null,
            OnlyUnnamed = query["unnamed"] is not null, OnlyWithin = query["within"] is not null,
            MinConfidence = Share(query["min-confidence"], problems) ?? StatementFilter.UsualConfidence,
        }, problems);
    }

    /// <summary>A question about events.</summary>
    public static EventFilter Events(PageQuery query, int size, ICollection<string> problems)
    {
        ArgumentNullException.ThrowIfNull(query);
        return Reports(query, size, new EventFilter
        {
            Types = query.All("type"), Realities = query.All("reality"), Actor = query["actor"], Recipient = query["recipient"], Party = query["party"] ?? query["country"],
            OnlyReported = query["reported"] is not null, WithoutHistory = query["without-history"] is not null, ByEvent = query["by-event"] is not null, MinConfidence = Share(query["min-confidence"], problems),
        }, problems);
    }

    /// <summary>A question about figures.</summary>
    public static FigureFilter Figures(PageQuery query, int size, ICollection<string> problems)
    {
        ArgumentNullException.ThrowIfNull(query);
        return Reports(query, size, new FigureFilter { Of = query["of"], About = query["about"], Unit = query["unit"] }, problems);
    }

    /// <summary>A question about relations.</summary>
    public static RelationFilter Relations(PageQuery query, int size, ICollection<string> problems)
    {
        ArgumentNullException.ThrowIfNull(query);
        return Reports(query, size, new RelationFilter { Actor = query["actor"], Predicate = query["predicate"], MinConfidence = Share(query["min-confidence"], problems) }, problems);
    }

    /// <summary>A question about reports.</summary>
    public static ReportFilter Reports(PageQuery query, int size, ICollection<string> problems) => Reports(query, size, new ReportFilter(), problems);

    private static T Reports<T>(PageQuery query, int size, T filter, ICollection<string> problems)
        where T : ReportFilter
        => (T)(filter with { Outlet = query["outlet"], Since = Date(query["since"], "since", problems), Until = Date(query["until"], "until", problems), Limit = size });

    private static bool Known(string value, IReadOnlyList<string> known, string name, ICollection<string> problems)
    {
        if (known.Contains(value)) return true;
        problems.Add($"{name} is one of {string.Join(", ", known)}");
        return false;
    }

    private static double? Share(string? value, ICollection<string> problems)
    {
        if (value is null) return null;
        if (double.TryParse(value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double share) && share is >= 0 and <= 1) return share;
        problems.Add("min-confidence is a number from 0 to 1");
        return null;
    }

    private static string? Date(string? value, string name, ICollection<string> problems)
    {
        if (value is null || DateTime.TryParseExact(value, ["yyyy", "yyyy-MM", "yyyy-MM-dd"], CultureInfo.InvariantCulture, DateTimeStyles.None, out DateTime _)) return value;
        problems.Add($"{name} is a date: 2022, 2022-02 or 2022-02-25");
        return null;
    }
}
