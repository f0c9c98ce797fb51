// SPDX-License-Identifier: Apache-2.0

using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Rapporteur.Documents;
using Rapporteur.Records;

namespace Rapporteur.Store.Writing;

/// <summary>A report made ready for the record, on the thread that read it, so that the one writer only has to insert.</summary>
public sealed class PreparedReport
{
    private PreparedReport(Report report)
    {
        Report = report;
        Places = new CodePointCounter(report.Text);
        Options = JsonSerializer.Serialize(report.Options, StoredOptions.Default.ReadOptions);
        OptionsId = IdOf(Options);
        Record = Compress(report.ToJson());
        Words = report.Tokens.Count;
    }

    /// <summary>Makes a report ready.</summary>
    public static PreparedReport From(Report report)
    {
        ArgumentNullException.ThrowIfNull(report);
        return new(report);
    }

    /// <summary>What the options of a text hash to; the same options are the same reading.</summary>
    public static string IdOf(ReadOptions options) => IdOf(JsonSerializer.Serialize(options, StoredOptions.Default.ReadOptions));

    /// <summary>Number of tokens.</summary>
    public int Words { get; }

    /// <summary>Number of statements.</summary>
    public int Statements => Report.Statements.Count;

    /// <summary>Number of events.</summary>
    public int Events => Report.Events.Count;

    internal Report Report { get; }

    internal CodePointCounter Places { get; }

    internal string Options { get; }

    internal string OptionsId { get; }

    internal byte[] Record { get; }

    /// <summary>The words of some spans, joined by an ellipsis.</summary>
    internal string WordsOf(IReadOnlyList<TextSpan> spans)
        => spans.Count == 1 ? spans[0].In(Report.Text).ToString() : string.Join(" … ", spans.Select(s => s.In(Report.Text).ToString()));

    internal static byte[] Decompress(byte[] record)
    {
        using var source = new BrotliStream(new MemoryStream(record), CompressionMode.Decompress);
        using var target = new MemoryStream();
        source.CopyTo(target);
        return target.ToArray();
    }

    private static string IdOf(string options) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(options)))[..16];

    private static byte[] Compress(byte[] json)
    {
        byte[] buffer = new byte[BrotliEncoder.GetMaxCompressedLength(json.Length)];
        return BrotliEncoder.TryCompress(json, buffer, out int length, quality: 2, window: 20)
            ? buffer[..length]
            : throw new InvalidOperationException("The report's JSON could not be compressed.");
    }
}

/// <summary>How the options of a reading are kept, so that the report can be read again in the same way.</summary>
[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault)]
[JsonSerializable(typeof(ReadOptions))]
internal sealed partial class StoredOptions : JsonSerializerContext;
