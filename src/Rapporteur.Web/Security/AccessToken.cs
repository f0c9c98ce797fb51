// SPDX-License-Identifier: Apache-2.0

using System.Security.Cryptography;
using System.Text;
using Rapporteur.Web.Serving;

namespace Rapporteur.Web.Security;

/// <summary>The token that opens a page which others than this machine can reach. Told once when it is made; only its hash is kept, beside the record.</summary>
internal sealed class AccessToken
{
    private const int Bytes = 32;

    private readonly byte[] hash;

    private AccessToken(byte[] hash) => this.hash = hash;

    /// <summary>The token of a record; made and told where there is none yet, or where another is asked for.</summary>
    public static AccessToken For(ServeOptions options)
    {
        string path = options.Record + ".token";
        if (!options.RenewsToken && File.Exists(path) && TryParse(File.ReadAllText(path).Trim(), out byte[] kept))
        {
            options.Note("The token that was shown when it was made opens the page; --new-token makes another.");
            return new(kept);
        }

        string token = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(Bytes));
        byte[] made = Hash(token);
        using (var file = new FileStream(path, NewFile())) file.Write(Encoding.ASCII.GetBytes(Convert.ToHexStringLower(made) + "\n"));
        options.Note($"Token (shown this once): {token}");
        return new(made);
    }

    /// <summary>Whether these words are the token.</summary>
    public bool Is(string? given) => given is { Length: > 0 and < 200 } && CryptographicOperations.FixedTimeEquals(Hash(given.Trim()), hash);

    /// <summary>What a browser keeps after the token was given: it proves the token and can't be turned back into it; a new token makes it void.</summary>
    public string Session => Convert.ToHexStringLower(HMACSHA256.HashData(hash, "session"u8));

    /// <summary>Whether a browser keeps the proof.</summary>
    public bool IsSession(string? given) => given is { Length: > 0 and < 200 }
        && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(given), Encoding.UTF8.GetBytes(Session));

    private static byte[] Hash(string token) => SHA256.HashData(Encoding.UTF8.GetBytes(token));

    private static bool TryParse(string hex, out byte[] hash)
    {
        hash = [];
        if (hex.Length != 64 || !hex.All(char.IsAsciiHexDigit)) return false;
        hash = Convert.FromHexString(hex);
        return true;
    }

    private static FileStreamOptions NewFile()
    {
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        return options;
    }
}
