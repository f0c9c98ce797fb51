// SPDX-License-Identifier: Apache-2.0

using System.IO.Compression;
using Rapporteur.Documents;
using Rapporteur.Formats.Text;

namespace Rapporteur.Formats.Warc;

/// <summary>A web archive (WARC 1.0, 1.1), plain or gzipped record by record: the pages, feeds and texts that were fetched, one record at a time.</summary>
internal sealed class WarcFormat : IFormat
{
    private const int LongestName = 2000;

    /// <inheritdoc/>
    public string Name => "warc";

    /// <inheritdoc/>
    public bool IsContainer => true;

    /// <inheritdoc/>
    public bool Matches(InputHead head) => head.Bytes.AsSpan().StartsWith(WarcHead.Start) || IsCompressed(head.Bytes);

    /// <inheritdoc/>
    public IEnumerable<InputItem> Read(InputSource source, FormatContext context)
    {
        if (context.TooDeep is { } deep)
        {
            yield return deep;
            yield break;
        }

        RecordRange range = context.Options.Records ?? new(1, long.MaxValue);
        using var bytes = new WarcBytes(source, IsCompressed(source.Peek(InputHead.Size)), context.Budget);
        bool isEmpty = true;
        string told = "";
        for (long number = 1; number <= range.Last; number++)
        {
            context.Cancellation.ThrowIfCancellationRequested();
            bytes.SkipEmptyLines();
            string place = $"record {number} at {bytes.Place}";
            if (bytes.Peek(1).IsEmpty)
            {
                if (!bytes.IsBroken) break;
                if (bytes.Place == told) number--;          // it was tried once more
                else yield return context.Failure(place, "the archive is damaged there; reading goes on at the next record");
                told = bytes.Place;
                if (!bytes.Resume()) break;
                continue;
            }

            if (WarcHead.Take(bytes) is not { } head)
            {
                bool isFound = bytes.SkipToRecord();
                if (range.Contains(number)) yield return context.Failure(place, isFound ? $"there is no sound record; reading goes on at {bytes.Place}" : "there is no sound record");
                continue;
            }

            isEmpty = false;
            var block = new RecordBlock(bytes, head.Length);
            bool isTold = false;
            if (range.Contains(number))
            {
                foreach (InputItem item in ReadRecord(head, block, number, place, context))
                {
                    isTold |= block.IsCut && item is InputFailure;
                    yield return item;
                }
            }

            if (!block.SkipRest() && !isTold && range.Contains(number)) yield return context.Failure(place, "the archive ends or is damaged inside the record");
            if (block.IsCut && !bytes.Resume()) break;
        }

        if (context.Budget.IsSpent) yield return context.Failure(null, $"the archive expands to more than {context.Limits.MaxExpansion} times its size: it is a bomb");
        else if (isEmpty && source.Fault is null) yield return context.Failure(null, "the archive holds no records");
    }

    private static IEnumerable<InputItem> ReadRecord(WarcHead head, RecordBlock block, long number, string place, FormatContext context)
    {
        if (head.Type is not ("response" or "resource" or "conversion")) yield break;
        string name = $"{context.Name}/{(head.Address is { } known ? known.Length > LongestName ? known[..LongestName] : known : $"record {number}")}";
        if (head.IsSegment)
        {
            yield return new InputFailure(name, place, "it goes over several records (segments), which is not read");
            yield break;
        }

        MediaType type = MediaType.Of(head.Fields["Content-Type"]);
        HeadFields? http = head.Type == "response" && type.Name is "application/http" or "" ? block.TakeHttpHead() : null;
        if (http is not null)
        {
            if (!IsSuccess(http.FirstLine)) yield break;
            type = MediaType.Of(http["Content-Type"]);
        }
        else if (head.Type == "response" && head.Address?.StartsWith("http", StringComparison.OrdinalIgnoreCase) == true)
        {
            yield return new InputFailure(name, place, "it is called a response and holds no head of an HTTP message");
            yield break;
        }

        if (type.IsPassedOver || head.Address?.EndsWith("/robots.txt", StringComparison.OrdinalIgnoreCase) == true) yield break;
        var sent = new InputSource(block, (_, taken) => new(place, $"the archive ends or is damaged inside the record, after {taken} bytes; what stands before was read"));
        if ((http is null ? sent : HttpBody.Of(http, sent, context)) is not { } body)
        {
            yield return new InputFailure(name, place, $"it is compressed as '{OneLine.Of(http!["Content-Encoding"]!)}', which is not read");
            yield break;
        }

        body.Charset = type.Charset;
        if (!HoldsReports(body, type, name)) yield break;
        foreach (InputItem item in context.Nested(name, body)) yield return item is InputText text ? Told(text, head) : item;
    }

    /// <summary>Whether the content is of a kind that is read; XML that is no feed and no page is not, nor is what is no text.</summary>
    private static bool HoldsReports(InputSource body, MediaType type, string name)
    {
        byte[] start = body.Peek(InputHead.Size);
        if (start.Length == 0) return body.Fault is not null;
        if (type.Name == "text/html") return true;      // most are; the content is looked at when it is read
        var head = new InputHead(start, name);
        return KnownFormats.Of(head) switch
        {
            BinaryRefusal => false,
            PlainTextFormat or MarkdownFormat => !head.StartsWith("<?xml"),
            _ => true,
        };
    }

    private static InputText Told(InputText text, WarcHead head)
    {
        string? note = head.Truncated is { } reason ? $"the crawler kept only its first part ({reason})" : null;
        return text with
        {
            Options = text.Options with { Url = text.Options.Url ?? (head.Address is { } address && address.StartsWith("http", StringComparison.OrdinalIgnoreCase) ? address : null) },
            Note = note is null || text.Note is null ? note ?? text.Note : $"{note}; {text.Note}",
        };
    }

    private static bool IsSuccess(string statusLine) => statusLine.IndexOf(' ', StringComparison.Ordinal) is > 0 and int space && statusLine.AsSpan(space).TrimStart() is ['2', '0', '0' or '3', ..];

    /// <summary>Whether it is gzip around a WARC archive.</summary>
    private static bool IsCompressed(byte[] start)
    {
        if (start is not [0x1F, 0x8B, 8, ..]) return false;
        try
        {
            using var expanded = new GZipStream(new MemoryStream(start), CompressionMode.Decompress);
            Span<byte> first = stackalloc byte[WarcHead.Start.Length];
            return expanded.ReadAtLeast(first, first.Length, throwOnEndOfStream: false) == first.Length && first.SequenceEqual(WarcHead.Start);
        }
        catch (InvalidDataException)
        {
            return false;
        }
    }
}
