// SPDX-License-Identifier: Apache-2.0
using Rapporteur.Documents;

namespace Rapporteur.Ingest;

/// <summary>Temporary.</summary>
public sealed class PassageStage : IStage
{
    /// <inheritdoc/>
    public Layers Reads => Layers.None;
    /// <inheritdoc/>
    public Layers Writes => Layers.Passages;
    /// <inheritdoc/>
    public void Run(Document document, StageContext context)
    {
        ArgumentNullException.ThrowIfNull(document);
        List<Passage> p = [];
        int at = 0; string t = document.Text;
        while (at < t.Length) { int e = t.IndexOf('\n', at); if (e < 0) e = t.Length; int a = at, b = e; while (a < b && char.IsWhiteSpace(t[a])) a++; while (b > a && char.IsWhiteSpace(t[b - 1])) b--; if (b > a) p.Add(new(new(a, b), PassageKind.Paragraph, "en")); at = e + 1; }
        document.Passages.Fill([.. p]); document.Unread.Fill([]);
    }
}
/// <summary>Temporary.</summary>
public sealed class OriginStage : IStage
{
    /// <inheritdoc/>
    public Layers Reads => Layers.Passages;
    /// <inheritdoc/>
    public Layers Writes => Layers.Origin;
    /// <inheritdoc/>
    public void Run(Document document, StageContext context) { ArgumentNullException.ThrowIfNull(document); document.Origins.Fill([Origin.Unknown]); }
}
