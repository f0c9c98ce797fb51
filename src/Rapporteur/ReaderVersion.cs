// SPDX-License-Identifier: Apache-2.0

using System.Reflection;
using System.Security.Cryptography;
using Rapporteur.Models;
using Rapporteur.Records;

namespace Rapporteur;

/// <summary>What a record was made by: program, record format, models, lexicons.</summary>
/// <remarks>Two readers of the same <see cref="Fingerprint"/> make the same record of the same text.</remarks>
public static class ReaderVersion
{
    /// <summary>Version of the program, SemVer.</summary>
    public static string Program { get; } =
        typeof(ReaderVersion).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "0.0.0";

    /// <summary>Name and number of the record format.</summary>
    public static string Format => Report.Format;

    /// <summary>Version of the trained models, and twelve digits that change when they do.</summary>
    /// <exception cref="ModelException">The models beside the program cannot be used.</exception>
    public static string Models => $"{LanguageModel.Default.Version}-{LanguageModel.Default.Fingerprint}";

    /// <summary>The first twelve digits of the SHA-256 of the lexicons.</summary>
    public static string Lexicons { get; } = HashLexicons();

    /// <summary>All of it in one word, for comparing.</summary>
    /// <exception cref="ModelException">The models beside the program cannot be used.</exception>
    public static string Fingerprint => Whole.Value;

    private static readonly Lazy<string> Whole = new(static () => $"{Program};{Format};{Models};{Lexicons}", LazyThreadSafetyMode.PublicationOnly);

    private static string HashLexicons()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Assembly assembly = typeof(ReaderVersion).Assembly;
        foreach (string name in assembly.GetManifestResourceNames().Where(n => n.StartsWith("lexicons/", StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            using Stream stream = assembly.GetManifestResourceStream(name)!;
            byte[] bytes = new byte[stream.Length];
            stream.ReadExactly(bytes);
            hash.AppendData(bytes);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset())[..12];
    }
}
