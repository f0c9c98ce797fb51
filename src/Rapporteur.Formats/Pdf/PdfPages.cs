// SPDX-License-Identifier: Apache-2.0

using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Exceptions;

namespace Rapporteur.Formats.Pdf;

/// <summary>The pages of a PDF as lines in reading order, and why some of them can't be read.</summary>
internal sealed class PdfPages
{
    private const int MostPages = 20_000, MostLettersOnPage = 500_000;
    private const long MostLetters = 30_000_000;

    private static readonly ParsingOptions Options = new() { UseLenientParsing = true, SkipMissingFonts = true };

    private readonly List<PdfPageLines> pages = [];
    private readonly List<(int Page, string Reason)> unread = [];
    private int regions;
    private long letters;

    /// <summary>The pages that hold text.</summary>
    public IReadOnlyList<PdfPageLines> Pages => pages;

    /// <summary>What the document tells of itself.</summary>
    public PdfProperties Properties { get; private set; } = new(null, null, null);

    /// <summary>Letters that were left out because they are not upright.</summary>
    public int Turned { get; private set; }

    /// <summary>Why the document as a whole can't be read, or null.</summary>
    public string? Problem { get; private set; }

    /// <summary>Reads a document.</summary>
    public static PdfPages Read(MemoryStream bytes, CancellationToken cancellation)
    {
        var read = new PdfPages();
        try
        {
            using PdfDocument document = PdfDocument.Open(bytes.GetBuffer().AsMemory(0, (int)bytes.Length), Options);
            read.Properties = PdfProperties.Of(document.Information);
            if (document.NumberOfPages > MostPages) read.Problem = $"it has {document.NumberOfPages:N0} pages, more than are read";
            else for (int number = 1; number <= document.NumberOfPages; number++) read.ReadPage(document, number, cancellation);
        }
        catch (PdfDocumentEncryptedException)
        {
            read.Problem = "it is encrypted, and can't be read without its password";
        }
#pragma warning disable CA1031 // The parser is another's; whatever goes wrong in it is a fault of the document.
        catch (Exception problem) when (problem is not (OutOfMemoryException or OperationCanceledException))
        {
            read.Problem = $"it is no whole PDF: {OneLine.Of(problem.Message)}";
        }
#pragma warning restore CA1031
        return read;
    }

    /// <summary>The pages that can't be read, those that follow each other and have one reason together.</summary>
    public IEnumerable<InputFault> Faults
    {
        get
        {
            for (int i = 0, next; i < unread.Count; i = next)
            {
                for (next = i + 1; next < unread.Count && unread[next].Reason == unread[i].Reason && unread[next].Page == unread[next - 1].Page + 1;) next++;
                yield return new(next - i == 1 ? $"page {unread[i].Page}" : $"pages {unread[i].Page} to {unread[next - 1].Page}", unread[i].Reason);
            }
        }
    }

    private void ReadPage(PdfDocument document, int number, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        if (letters > MostLetters)
        {
            unread.Add((number, "the pages before it hold more letters than are read of one document"));
            return;
        }

        try
        {
            Page page = document.GetPage(number);
            letters += page.Letters.Count;
            string? reason = page.Letters.Count > MostLettersOnPage ? "it holds more letters than a page of text can"
                : page.Letters.All(l => string.IsNullOrWhiteSpace(l.Value)) ? (page.NumberOfImages > 0 ? "it is a picture without a text layer (a scan), which is not read" : null)
                : AreUnknown(page.Letters) ? "its fonts do not tell which characters their glyphs are" : null;
            if (reason is not null) unread.Add((number, reason));
            else Take(page);
        }
#pragma warning disable CA1031 // The parser is another's; whatever goes wrong in it is a fault of the page.
        catch (Exception problem) when (problem is not (OutOfMemoryException or OperationCanceledException))
        {
            unread.Add((number, $"it can't be read: {OneLine.Of(problem.Message)}"));
        }
#pragma warning restore CA1031
    }

    private void Take(Page page)
    {
        List<PdfSegment> segments = PageSegments.Of(page.Letters, out int turned);
        Turned += turned;
        List<PdfLine> lines = [];
        foreach (List<PdfSegment> region in ColumnCutter.Cut(segments)) lines.AddRange(RegionLines.Of(page.Number, regions++, region));
        if (lines.Count > 0) pages.Add(new(page.Number, page.Height, lines));
    }

    /// <summary>Whether a third of the letters have no character, or one that stands for nothing.</summary>
    private static bool AreUnknown(IReadOnlyList<Letter> letters)
        => letters.Count(l => l.Value is null or "" || l.Value[0] is '\uFFFD' or (>= '\uE000' and <= '\uF8FF') || char.IsControl(l.Value[0])) * 3 > letters.Count;
}
