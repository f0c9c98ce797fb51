// SPDX-License-Identifier: Apache-2.0

using Rapporteur.Documents;

namespace Rapporteur.Formats.Text;

/// <summary>Cuts a text that an input holds whole, as a field or a page, into parts that are short enough for one report.</summary>
internal static class LongText
{
    /// <summary>The parts; the text itself where it is short enough.</summary>
    public static IEnumerable<InputText> Cut(InputText text, int max)
    {
        max = Math.Max(2, max);
        if (text.Text.Length <= max)
        {
            yield return text;
            yield break;
        }

        for (int start = 0, firstBlock = 0; start < text.Text.Length;)
        {
            int length = text.Text.Length - start <= max ? text.Text.Length - start : LengthOf(text, start, max, firstBlock);
            List<Block> blocks = [];
            for (; firstBlock < text.Options.Blocks.Count && text.Options.Blocks[firstBlock].Span is var span && span.Start < start + length; firstBlock++)
            {
                blocks.Add(text.Options.Blocks[firstBlock] with { Span = new(Math.Max(span.Start, start) - start, Math.Min(span.End, start + length) - start) });
                if (span.End > start + length) break;           // its rest begins the next part
            }

            string? note = start == 0 ? $"the text is longer than {max:N0} characters and is read in parts" + (text.Note is null ? "" : "; " + text.Note) : null;
            ReadOptions options = text.Options with
            {
                Blocks = blocks, Unread = UnreadIn(text.Options.Unread, start, start + length), Places = SourcePlace.In(text.Options.Places, new(start, start + length)),
            };
            yield return text with { Text = text.Text.Substring(start, length), Options = options, SourceSpan = null, Map = null, IsVerbatim = false, Note = note };
            start += length;
        }
    }

    private static UnreadPart[] UnreadIn(IReadOnlyList<UnreadPart> parts, int start, int end)
        => [.. from part in parts where part.Span.Start < end && part.Span.End > start select part with { Span = new(Math.Max(part.Span.Start, start) - start, Math.Min(part.Span.End, end) - start) }];

    /// <summary>Up to the last block that begins within reach, else as a text without blocks is cut.</summary>
    private static int LengthOf(InputText text, int start, int max, int firstBlock)
    {
        int length = 0;
        for (int i = firstBlock; i < text.Options.Blocks.Count && text.Options.Blocks[i].Span.Start - start <= max; i++) length = text.Options.Blocks[i].Span.Start - start;
        return length > 0 ? length : TextCut.Find(text.Text.AsSpan(start), max).At;
    }
}
