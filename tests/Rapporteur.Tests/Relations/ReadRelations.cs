// SPDX-License-Identifier: Apache-2.0

using Rapporteur.Records;

namespace Rapporteur.Tests.Relations;

/// <summary>Reads a sentence in a small report, and writes its relations and provenance as the tables of expectations do.</summary>
internal static class ReadRelations
{
    private const string Before = "The council met in the old town hall on Tuesday.\n";
    private static readonly RapporteurReader Reader = new();

    /// <summary>The report.</summary>
    public static Report Report(string sentence) => Reader.Read(Text(sentence));

    /// <summary>Subject, predicate, object, role: <c>Ana Ruiz holdsRole Porto Azul [mayor], ended</c>.</summary>
    public static string Relations(string sentence)
    {
        Report report = Report(sentence);
        return string.Join(" ;; ", report.Relations.Select(r =>
            $"{report.Actors[r.Subject].Name} {RecordWord.Of(r.Predicate)} {(r.Object is { } other ? report.Actors[other].Name : "–")}{(r.Role is null ? "" : $" [{r.Role}]")}{(r.HasEnded ? ", ended" : "")}{(r.Within is null ? "" : ", within")}")
            .DefaultIfEmpty("–"));
    }

    /// <summary>Kind, outlet, actor, words: <c>interviewWith Reuters Ana Ruiz [told Reuters], carries</c> where it carries a statement.</summary>
    public static string Provenance(string sentence)
    {
        Report report = Report(sentence);
        return string.Join(" ;; ", report.Provenance.Select(p =>
            $"{RecordWord.Of(p.Kind)} {p.Outlet ?? "–"} {(p.Actor is { } actor ? report.Actors[actor].Name : "–")} [{p.Span.In(report.Text)}]{(p.Statement is null ? "" : ", carries")}")
            .DefaultIfEmpty("–"));
    }

    /// <summary>The rows of a table: a sentence and what is expected of it. Of a codebook's page those below a heading.</summary>
    public static TheoryData<string, string> Rows(string path, string? heading = null)
    {
        var data = new TheoryData<string, string>();
        bool inside = heading is null;
        foreach (string line in File.ReadLines(Path.Combine(SourceTree.Root, path)))
        {
            if (heading is null)
            {
                if (line.Length > 0 && line[0] != '#' && line.Split('\t') is [var text, var expected] && text != "text") data.Add(text, expected);
                continue;
            }

            if (line.StartsWith("## ", StringComparison.Ordinal)) inside = line == heading;
            if (!inside || !line.StartsWith("| ", StringComparison.Ordinal) || line.StartsWith("| text |", StringComparison.Ordinal) || line.StartsWith("| ---", StringComparison.Ordinal)) continue;
            string[] cells = line.Trim('|', ' ').Split(" | ");
            data.Add(cells[0], string.Join(" | ", cells[1..]));
        }

        return data;
    }

    private static string Text(string sentence) => Before + sentence.Replace("\\n", "\n", StringComparison.Ordinal);
}
