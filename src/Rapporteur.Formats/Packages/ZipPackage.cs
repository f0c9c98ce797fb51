// SPDX-License-Identifier: Apache-2.0

using System.IO.Compression;
using System.Xml;

namespace Rapporteur.Formats.Packages;

/// <summary>A document that is a ZIP file of parts, held in memory. Bounded: what its parts expand to is counted, whatever it says of them.</summary>
internal sealed class ZipPackage : IDisposable
{
    private const int MostParts = 100_000;

    private static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, IgnoreComments = true, IgnoreProcessingInstructions = true, MaxCharactersFromEntities = 1 << 20,
    };

    private readonly ZipArchive archive;
    private readonly InputLimits limits;
    private readonly Dictionary<string, ZipArchiveEntry> parts = new(StringComparer.OrdinalIgnoreCase);
    private long expanded;

    private ZipPackage(ZipArchive archive, InputLimits limits)
    {
        this.archive = archive;
        this.limits = limits;
        foreach (ZipArchiveEntry entry in archive.Entries) parts.TryAdd(entry.FullName.Replace('\\', '/'), entry);
    }

    /// <summary>Opens an input, or says why it can't be.</summary>
    public static (ZipPackage? Package, InputFault? Fault) Open(InputSource source, InputLimits limits)
    {
        (MemoryStream? bytes, InputFault? fault) = WholeInput.Read(source, limits);
        if (bytes is null) return (null, fault);
        try
        {
            var archive = new ZipArchive(bytes, ZipArchiveMode.Read);
            return archive.Entries.Count <= MostParts ? (new(archive, limits), null) : (null, new(null, $"it has {archive.Entries.Count:N0} parts, more than any document"));
        }
        catch (Exception problem) when (IsOfTheInput(problem))
        {
            return (null, new(null, "it is no whole ZIP file, which such a document is; it ends early or is damaged"));
        }
    }

    /// <summary>The names of its parts, in its own order.</summary>
    public IEnumerable<string> Names => parts.Keys;

    /// <summary>Whether there is such a part; letter case does not matter.</summary>
    public bool Has(string part) => parts.ContainsKey(part);

    /// <summary>Reads a part as XML, if there is such a part; what goes wrong is put down among the faults.</summary>
    public void ReadXml(string part, Action<XmlReader> read, List<InputFault> faults)
        => ReadBytes(
            part,
            stream =>
            {
                using XmlReader xml = XmlReader.Create(stream, Settings);
                read(xml);
            },
            faults);

    /// <summary>Reads a part, if there is such a part; what goes wrong is put down among the faults.</summary>
    public void ReadBytes(string part, Action<InputSource> read, List<InputFault> faults)
    {
        if (!parts.TryGetValue(part, out ZipArchiveEntry? entry)) return;
        string name = OneLine.Of(entry.FullName);
        if (entry.IsEncrypted)
        {
            faults.Add(new(name, "it is encrypted"));
            return;
        }

        try
        {
            using Stream stream = entry.Open();
            using var bounded = new InputSource(stream, null, taken => IsTooMuch(taken, entry) ? new(name, "it expands to more than a document may, or to very many times its size: it is a bomb") : null);
            try
            {
                read(bounded);
            }
            finally
            {
                expanded += bounded.Taken;
                if (bounded.Fault is { } cut) faults.Add(cut with { Place = name });
            }
        }
        catch (XmlException broken)
        {
            bool isCut = faults.Count > 0 && faults[^1].Place == name;
            if (!isCut) faults.Add(new($"{name}, line {Math.Max(1, broken.LineNumber)}", broken.Message.Contains("DTD", StringComparison.Ordinal) ? "it declares a document type, which is not read" : "it is not well-formed XML there; what stands before was read"));
        }
        catch (Exception problem) when (IsOfTheInput(problem))
        {
            faults.Add(new(name, "it is damaged; what stands before was read"));
        }
    }

    /// <inheritdoc/>
    public void Dispose() => archive.Dispose();

    private bool IsTooMuch(long taken, ZipArchiveEntry entry)
        => expanded + taken > limits.MaxDocumentBytes || (taken > limits.ExpansionGrace && taken / limits.MaxExpansion > entry.CompressedLength);

    private static bool IsOfTheInput(Exception problem) => problem is IOException or InvalidDataException or NotSupportedException or ArgumentException or OverflowException;
}
