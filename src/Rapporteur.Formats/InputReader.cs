// SPDX-License-Identifier: Apache-2.0
using System.Text;
using Rapporteur.Documents;
namespace Rapporteur.Formats;
/// <summary>Temporary.</summary>
public sealed class InputReader
{
    /// <summary>Temporary.</summary>
    public InputReader(InputLimits? limits = null, FormatOptions? options = null) { }
    /// <summary>Temporary.</summary>
#pragma warning disable CA1822
    public IEnumerable<InputItem> Read(string name, Stream content, CancellationToken cancellation = default)
    {
        using var r = new StreamReader(content, Encoding.UTF8);
        string t = r.ReadToEnd();
        yield return new InputText(name, t, new ReadOptions { InputName = name }) { IsVerbatim = true, SourceSpan = new TextSpan(0, t.Length), Map = OffsetMap.Identity };
    }
}
/// <summary>Temporary.</summary>
public sealed record InputLimits { }
/// <summary>Temporary.</summary>
public sealed record FormatOptions {
    /// <summary>Temporary.</summary>
    public string? TextField { get; init; }
    /// <summary>Temporary.</summary>
    public string? Format { get; init; }
}
