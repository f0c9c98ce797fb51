// SPDX-License-Identifier: Apache-2.0

using System.Text;
using System.Text.RegularExpressions;
using Rapporteur.Documents;

namespace Rapporteur.Formats.Pdf;

/// <summary>
/// The text of an article from its blocks: lines joined by a blank, words that were broken at a line's end joined. Its source, which the map
/// leads back to, is the same lines as they are set, each ended by a line break, in the order in which the text takes them.
/// </summary>
internal sealed partial class PdfText(PdfHyphens hyphens)
{
    private readonly StringBuilder text = new(), source = new();
    private readonly List<Block> blocks = [];
    private readonly List<int> textStarts = [], sourceStarts = [];
    private readonly List<SourcePlace> places = [];
    private int page;

    /// <summary>The lines as they are set.</summary>
    public string Source => source.ToString();

    /// <summary>The words of the block that was added last.</summary>
    public string LastBlock => text.ToString(blocks[^1].Span.Start, blocks[^1].Span.Length);

    /// <summary>Adds a block.</summary>
    public void Add(PdfBlock block, PassageKind kind)
    {
        if (text.Length > 0) text.Append("\n\n");
        int start = text.Length;
        string? before = null;
        foreach (PdfLine line in block.Lines)
        {
            string words = line.Words.Text;
            if (before is not null)
            {
                if (!PdfHyphens.Breaks(before, words)) text.Append(before[^1] == '—' ? "" : " ");
                else if (!hyphens.Keeps(before, words)) text.Length--;
            }

            if (line.Page != page) places.Add(new(text.Length, $"page {page = line.Page}"));
            textStarts.Add(text.Length);
            sourceStarts.Add(source.Length);
            text.Append(words);
            source.Append(words).Append('\n');
            before = words;
        }

        int marker = kind == PassageKind.List ? Marker().Match(block.FirstLine).Length : 0;
        blocks.Add(new(new(start + marker, text.Length), kind));
    }

    /// <summary>The text, with what the document tells of it.</summary>
    public InputText Build(string name, ReadOptions options) => new(name, text.ToString(), options with { Blocks = blocks, Places = places, OneReport = true, HardWrapped = true })
    {
        Map = new OffsetMap([.. textStarts], [.. sourceStarts]),
    };

    /// <summary>What stands before the words of a list item or footnote.</summary>
    [GeneratedRegex(@"^(?:[•▪‣◦●■–—·*-] +|(?:\d{1,3}|[a-z])[.)] +|\[\d{1,3}\] *|(?:\d{1,3}|[*†‡§¶]{1,3}) ?)(?=\S)")]
    private static partial Regex Marker();
}
