// SPDX-License-Identifier: Apache-2.0

using System.Text.RegularExpressions;
using Rapporteur.Documents;

namespace Rapporteur.Formats.Pdf;

/// <summary>
/// A PDF with a text layer: its columns in reading order, lines joined to paragraphs also across pages, footnotes after the body, running heads and
/// page numbers left out; an item, or one for each article where their borders are clear.
/// </summary>
internal sealed partial class PdfFormat : IFormat
{
    private static readonly byte[] Mark = [.. "%PDF-"u8];

    /// <inheritdoc/>
    public string Name => "pdf";

    /// <inheritdoc/>
    public bool Matches(InputHead head) => head.Bytes.AsSpan().StartsWith(Mark) || (head.Extension == ".pdf" && head.Bytes.AsSpan().IndexOf(Mark) is >= 0 and < 1024);

    /// <inheritdoc/>
    public IEnumerable<InputItem> Read(InputSource source, FormatContext context)
    {
        (MemoryStream? bytes, InputFault? fault) = WholeInput.Read(source, context.Limits);
        if (bytes is null)
        {
            yield return context.Failure(fault!);
            yield break;
        }

        PdfPages read;
        using (bytes) read = PdfPages.Read(bytes, context.Cancellation);
        foreach (InputText text in Articles(read, context.Name)) yield return text;
        bool isUnread = read.Problem is not null;
        if (isUnread) yield return context.Failure(null, read.Problem!);
        foreach (InputFault page in read.Faults)
        {
            isUnread = true;
            yield return context.Failure(page);
        }

        if (!isUnread && read.Pages.Count == 0) yield return context.Failure(null, "its pages hold no text");
    }

    private static IEnumerable<InputText> Articles(PdfPages read, string name)
    {
        var heads = new RunningHeads();
        var hyphens = new PdfHyphens();
        foreach (PdfPageLines page in read.Pages)
        {
            heads.Take(page);
            foreach (PdfLine line in page.Lines) hyphens.Take(line.Words.Text);
        }

        (double size, bool isBold) = Body(read.Pages);
        List<PdfLine> body = [], notes = [];
        int left = 0, contents = 0;
        foreach (PdfPageLines page in read.Pages)
        {
            HashSet<PdfLine> outer = heads.Find(page);
            left += outer.Count;
            List<PdfLine> lines = [.. page.Lines.Where(l => !outer.Contains(l) && !DotLeader().IsMatch(l.Words.Text))];
            contents += page.Lines.Count - outer.Count - lines.Count;
            HashSet<PdfLine> small = Footnotes.Find(lines, page.Height, size);
            foreach (PdfLine line in lines) (small.Contains(line) ? notes : body).Add(line);
        }

        if (body.Count == 0) (body, notes) = (notes, []);
        string? outside = Notes.Join(
            left == 0 ? null : $"{left} {(left == 1 ? "line" : "lines")} of running heads and page numbers left out",
            contents == 0 ? null : $"{contents} {(contents == 1 ? "line" : "lines")} of a table of contents left out",
            read.Turned == 0 ? null : $"{read.Turned} letters that are not upright left out");
        List<PdfArticle> articles = PdfArticles.Split(new BlockFinder(size, isBold).Find(body), size);
        // A footnote belongs to the last article that has words on its page.
        Dictionary<int, int> lastOn = [];
        for (int i = 0; i < articles.Count; i++)
        {
            foreach (PdfLine line in articles[i].Blocks.SelectMany(b => b.Lines)) lastOn[line.Page] = i;
        }

        ILookup<int, PdfBlock> footnotes = BlockFinder.Notes(notes).ToLookup(n => lastOn.GetValueOrDefault(n.Page));
        for (int i = 0; i < articles.Count; i++)
        {
            if (articles[i].Blocks.Count == 0) continue;
            yield return Text(articles[i], footnotes[i], hyphens, articles.Count > 1, read.Properties, name) with { Note = Notes.Join(articles.Count == 1 ? null : articles[i].Place, i == 0 ? outside : null) };
        }
    }

    private static InputText Text(PdfArticle article, IEnumerable<PdfBlock> footnotes, PdfHyphens hyphens, bool isOneOfMany, PdfProperties properties, string name)
    {
        var text = new PdfText(hyphens);
        string? title = null;
        foreach (PdfBlock block in article.Blocks)
        {
            text.Add(block, block == article.Title ? PassageKind.Title : block.Kind);
            if (block == article.Title) title = text.LastBlock;
        }

        foreach (PdfBlock note in footnotes) text.Add(note, note.Kind);
        return text.Build(name, new ReadOptions
        {
            // What the file tells of itself is told of all of it.
            InputName = name, Title = title ?? (isOneOfMany ? null : properties.Title), Author = isOneOfMany ? null : properties.Author, Published = properties.Published,
        });
    }

    /// <summary>The size of most letters of a document, and whether most of those are bold.</summary>
    private static (double Size, bool IsBold) Body(IReadOnlyList<PdfPageLines> pages)
    {
        var sizes = pages.SelectMany(p => p.Lines).GroupBy(l => Math.Round(l.Words.Size * 2) / 2).Select(g => (Size: g.Key, Letters: g.Sum(l => l.Words.Text.Length), Bold: g.Sum(l => l.Words.IsBold ? l.Words.Text.Length : 0))).ToList();
        if (sizes.Count == 0) return (10, false);
        var (size, letters, bold) = sizes.MaxBy(s => (s.Letters, s.Size));
        return (size, bold * 2 > letters);
    }

    /// <summary>A line of dots, perhaps with a page's number behind it.</summary>
    [GeneratedRegex(@"(?:\. ?){6,}(?: ?\d{1,4}| ?[ivxl]{1,6})?$")]
    private static partial Regex DotLeader();
}
