// SPDX-License-Identifier: Apache-2.0

using System.Security.Cryptography;
using System.Text;

namespace Rapporteur.Models;

/// <summary>The trained model of a language: the encoder's weights and those of the stages that read its vectors.</summary>
/// <remarks>Immutable, safe to share; its weights are mapped into memory once a process. Opening takes some tens of milliseconds.</remarks>
public sealed class LanguageModel
{
    private static readonly Lazy<LanguageModel> Shared = new(static () => Open(DefaultFolder), LazyThreadSafetyMode.ExecutionAndPublication);

    private LanguageModel(ModelFile file, ModelFile statements, ModelFile gazetteer, string folder, string lemmas)
    {
        File = file;
        Statements = statements;
        Gazetteer = gazetteer;
        Folder = folder;
        Lemmas = lemmas;
        Fingerprint = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(file.Sha256 + statements.Sha256 + gazetteer.Sha256 + lemmas)))[..12];
    }

    /// <summary>The folder <c>models/en</c> beside the program.</summary>
    public static string DefaultFolder => Path.Combine(AppContext.BaseDirectory, "models", "en");

    /// <summary>The model in <see cref="DefaultFolder"/>, opened when it is first asked for.</summary>
    /// <exception cref="ModelException">It is missing, damaged, or of a version that this program cannot run.</exception>
    public static LanguageModel Default => Shared.Value;

    /// <summary>Where it was opened.</summary>
    public string Folder { get; }

    /// <summary>Its own version.</summary>
    public string Version => File.Version;

    /// <summary>SHA-256 of its weights, hexadecimal.</summary>
    public string Sha256 => File.Sha256;

    /// <summary>Size of its weights, in bytes.</summary>
    public long Bytes => File.Bytes;

    /// <summary>What it tells apart: list of labels by name.</summary>
    public IReadOnlyDictionary<string, string[]> Labels => File.Labels;

    /// <summary>Twelve hexadecimal digits that change when the weights, the gazetteer or the lemma rules do.</summary>
    public string Fingerprint { get; }

    internal ModelFile File { get; }

    /// <summary>The weights of the finder of attributions.</summary>
    internal ModelFile Statements { get; }

    /// <summary>The towns of GeoNames.</summary>
    internal ModelFile Gazetteer { get; }

    /// <summary>The text of <c>lemmas.tsv</c>.</summary>
    internal string Lemmas { get; }

    /// <summary>Opens the model in a folder.</summary>
    /// <exception cref="ModelException">It is missing, damaged, or of a version that this program cannot run.</exception>
    public static LanguageModel Open(string folder)
    {
        ArgumentNullException.ThrowIfNull(folder);
        return new(ModelFile.Open(folder, "language"), ModelFile.Open(folder, "statements"), ModelFile.Open(folder, "gazetteer"), folder, ModelFile.ReadText(folder, "lemmas.tsv"));
    }
}
