// SPDX-License-Identifier: Apache-2.0

using Rapporteur.Documents;
using Rapporteur.Formats.Decoding;

namespace Rapporteur.Formats.Text;

/// <summary>The text of an input, in one part or, if it is long, in several that make up the whole.</summary>
internal static class TextParts
{
    /// <summary>Reads the parts, holding one at a time.</summary>
    public static IEnumerable<InputItem> Read(InputSource source, FormatContext context)
    {
        SourceEncoding encoding = SourceEncoding.Detect(source.Peek(InputHead.Size));
        SourceEncoding? told = encoding.Told(source);
        bool isTold = told is not null;
        using var decoder = new TextDecoder(source, told ?? encoding);
        int max = Math.Max(2, context.Limits.MaxReportChars);
        char[] buffer = new char[Math.Min(max + 1, 1 << 13)];
        int have = 0, number = 0;
        long unitsBefore = 0, pointsBefore = 0;
        while (true)
        {
            context.Cancellation.ThrowIfCancellationRequested();
            int got;
            do
            {
                if (have == buffer.Length && have <= max) Array.Resize(ref buffer, (int)Math.Min(max + 1L, buffer.Length * 2L));
                got = decoder.Read(buffer.AsSpan(have));
                have += got;
            }
            while (got > 0 && have <= max);

            if (buffer.AsSpan(0, have).IndexOf('\0') is >= 0 and int nul)
            {
                yield return context.Failure($"character {pointsBefore + CodePoints(buffer.AsSpan(0, nul))}", "there is a NUL: it is binary data, not a text");
                yield break;
            }

            bool isLast = have <= max;
            if (isLast && decoder.Problem is { } problem)
            {
                yield return context.Failure(problem);
                yield break;
            }

            if (isLast && number == 0 && buffer.AsSpan(0, have).IsWhiteSpace())
            {
                if (source.Fault is null) yield return context.Failure(null, "the input is empty");
                yield break;
            }

            (int length, string place) = isLast ? (have, "its end") : TextCut.Find(buffer.AsSpan(0, have), max);
            if (length == 0) yield break;
            string text = new(buffer, 0, length);
            int points = CodePoints(text);
            number++;
            yield return new InputText(context.Name, text, new ReadOptions { InputName = context.Name })
            {
                IsVerbatim = true,
                SourceSpan = pointsBefore + points <= int.MaxValue ? new((int)pointsBefore, (int)pointsBefore + points) : null,
                Map = unitsBefore == 0 ? OffsetMap.Identity : unitsBefore + length <= int.MaxValue ? new([0], [(int)unitsBefore]) : null,
                Note = Notes.Join(
                    number > 1 || isLast ? null : $"the text is longer than {max:N0} characters and is read in parts, the first cut at {place}",
                    Notes.Join(decoder.TakeNote(), isTold ? Replaced(decoder, isLast) : null)),
            };
            if (isLast)
            {
                if (decoder.Replaced > 0 && !isTold) yield return context.Failure($"byte {decoder.FirstReplaced}", $"it is not valid there in the encoding that it is in, nor at {decoder.Replaced - 1} other places; they became U+FFFD");
                yield break;
            }

            unitsBefore += length;
            pointsBefore += points;
            have -= length;
            Array.Copy(buffer, length, buffer, 0, have);
        }
    }

    /// <summary>Only bytes in a charset that came with them are replaced.</summary>
    private static string? Replaced(TextDecoder decoder, bool isLast)
        => isLast && decoder.Replaced > 0 ? $"{decoder.Replaced} {(decoder.Replaced == 1 ? "place is" : "places are")} not valid in the charset it was sent with, the first at byte {decoder.FirstReplaced}, and became U+FFFD" : null;

    private static int CodePoints(ReadOnlySpan<char> text)
    {
        int low = 0;
        for (int at = 0; text[at..].IndexOfAnyInRange('\uDC00', '\uDFFF') is var found && found >= 0; at += found + 1) low++;
        return text.Length - low;
    }
}
