// SPDX-License-Identifier: Apache-2.0

using System.Text;
using Rapporteur.Cli.Inputs;
using Rapporteur.Formats;
using Rapporteur.Formats.Manifests;

namespace Rapporteur.Tests.Snapshots;

/// <summary>The whole record of every sample, as text that a person can review; <see cref="Snapshot"/> says how to accept a change.</summary>
public sealed class SnapshotTests
{
    private const string ManifestName = "manifest.csv";

    private static readonly string Samples = Path.Combine(AppContext.BaseDirectory, "samples");

    public static TheoryData<string> Names => [.. Directory.EnumerateFiles(Samples).Select(Path.GetFileName).OfType<string>().Where(n => n != ManifestName).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_sample_is_read_as_before(string name)
    {
        var walker = new InputWalker(new InputReader(), ReadManifest(), oneReport: false, Stream.Null, CancellationToken.None) { NamedWithin = Samples };
        var text = new StringBuilder();
        await foreach (ReadResult<byte[]> result in new RapporteurReader().ReadManyAsync(walker.Walk([Path.Combine(Samples, name)]), r => r.ToJson()))
        {
            if (result is ReadResult<byte[]>.Read read) text.Append(ReviewText.Of(read.Value));
            else text.Append(result).Append('\n');
        }

        Snapshot.Check(name, text.ToString());
    }

    [Fact]
    public void Every_snapshot_has_its_sample()
        => Assert.Empty(Snapshot.Names.Except(Names.Select(row => row.Data)));

    private static Manifest ReadManifest()
    {
        using var file = new StreamReader(Path.Combine(Samples, ManifestName));
        return Manifest.Read(ManifestName, file);
    }
}
