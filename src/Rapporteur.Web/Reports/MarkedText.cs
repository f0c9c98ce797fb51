// SPDX-License-Identifier: Apache-2.0

using Rapporteur.Documents;
using Rapporteur.Web.Serving;

namespace Rapporteur.Web.Reports;

/// <summary>A stretch of a passage in which the same entries hold; or, without words, the place where entries begin or end.</summary>
/// <param name="Words">The words.</param>
/// <param name="Class">Class names, one for each layer and part: <c>statements-content</c>.</param>
/// <param name="Entries">Ids of the entries, innermost last.</param>
/// <param name="Begins">Entries that begin here.</param>
/// <param name="Ends">Entries with a card that end here.</param>
public sealed record Stretch(string Words, string Class, string Entries, IReadOnlyList<EntryView> Begins, IReadOnlyList<EntryView> Ends)
{
    /// <summary>Whether no entry holds here.</summary>
    public bool IsPlain => Class.Length == 0;
}

/// <summary>Cuts passages at the borders of entries, so that overlapping and nested entries can all be marked.</summary>
public sealed class MarkedText
{
    private readonly ReportView report;
    private readonly List<(EntryPart Part, EntryView Entry)> marks = [];
    private readonly Dictionary<int, List<EntryView>> begins = [];
    private readonly Dictionary<int, List<EntryView>> ends = [];
    private readonly Dictionary<string, int> depths = new(StringComparer.Ordinal);

    public MarkedText(ReportView report)
    {
        ArgumentNullException.ThrowIfNull(report);
        this.report = report;
        foreach (EntryView entry in report.Entries)
        {
            if (entry.Parts.Count == 0) continue;
            foreach (EntryPart part in entry.Parts) marks.Add((part, entry));
            Add(begins, entry.Start, entry);
            if (entry.Layer.HasCards) Add(ends, entry.End, entry);
            if (entry.Layer == EntryLayer.Statements) depths[entry.Id] = entry.Within is { } outer ? depths.GetValueOrDefault(outer) + 1 : 0;
        }

        marks.Sort(static (a, b) => a.Part.Span.Start != b.Part.Span.Start ? a.Part.Span.Start.CompareTo(b.Part.Span.Start) : b.Part.Span.Length.CompareTo(a.Part.Span.Length));
    }

    /// <summary>The stretches of a passage, in order.</summary>
    public IReadOnlyList<Stretch> Of(TextSpan passage)
    {
        List<(EntryPart Part, EntryView Entry)> here = [];
        int low = 0, high = marks.Count;
        while (low < high)                                          // the first mark that begins after the passage
        {
            int middle = (low + high) / 2;
            if (marks[middle].Part.Span.Start < passage.End) low = middle + 1;
            else high = middle;
        }

        SortedSet<int> borders = [passage.Start, passage.End];
        for (int i = 0; i < low; i++)
        {
            TextSpan span = marks[i].Part.Span;
            if (span.End <= passage.Start) continue;
            here.Add(marks[i]);
            borders.Add(Math.Max(span.Start, passage.Start));
            borders.Add(Math.Min(span.End, passage.End));
        }

        int[] cuts = [.. borders];
        List<Stretch> stretches = [];
        for (int c = 0; c + 1 < cuts.Length; c++) stretches.Add(Between(cuts[c], cuts[c + 1], here));
        return stretches;
    }

    private Stretch Between(int start, int end, List<(EntryPart Part, EntryView Entry)> here)
    {
        List<string> classes = [], ids = [];
        foreach ((EntryPart part, EntryView entry) in here)
        {
            if (part.Span.Start > start || part.Span.End < end) continue;
            string name = $"{entry.Layer.Name}-{part.Name}";
            if (part.Name == "content" && depths.GetValueOrDefault(entry.Id) > 0) name += "-inner";
            if (!classes.Contains(name)) classes.Add(name);
            ids.Add(entry.Id + ":" + part.Name);
        }

        return new(ShownText.Clean(report.Text[start..end]), string.Join(' ', classes), string.Join(' ', ids), begins.GetValueOrDefault(start) ?? [], ends.GetValueOrDefault(end) ?? []);
    }

    private static void Add(Dictionary<int, List<EntryView>> places, int at, EntryView entry)
    {
        if (!places.TryGetValue(at, out List<EntryView>? list)) places[at] = list = [];
        list.Add(entry);
    }
}
