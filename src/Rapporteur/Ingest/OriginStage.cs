// SPDX-License-Identifier: Apache-2.0

using Rapporteur.Documents;

namespace Rapporteur.Ingest;

/// <summary>Finds where a report comes from: what the input tells stands; the rest is taken from the text's own words.</summary>
public sealed class OriginStage : IStage
{
    /// <inheritdoc/>
    public Layers Reads => Layers.Passages;

    /// <inheritdoc/>
    public Layers Writes => Layers.Origin;

    /// <inheritdoc/>
    public void Run(Document document, StageContext context)
    {
        ArgumentNullException.ThrowIfNull(document);
        var finder = new OriginFinder(document, context.Trace);
        ReadOptions options = document.Options;
        string? published = options.Published ?? finder.Published();
        string? anchor = Day(published) ?? finder.Noted() ?? finder.AsOf();
        document.Origins.Fill([new Origin
        {
            Title = options.Title ?? finder.Title(),
            Author = options.Author ?? finder.Author(),
            Outlet = options.Outlet ?? finder.Outlet(),
            FirstPublishedBy = options.FirstPublishedBy ?? finder.FirstPublishedBy(),
            Published = published,
            AnchorDate = anchor,
            AnchorDateFrom = anchor is null ? null : Day(options.Published) is not null ? AnchorSource.Input : AnchorSource.Text,
        }]);
    }

    /// <summary>The day of a date; null where it names only a month or a year.</summary>
    private static string? Day(string? date) => date is { Length: >= 10 } ? date[..10] : null;
}
