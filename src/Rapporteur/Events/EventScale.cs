// SPDX-License-Identifier: Apache-2.0

using System.Collections.Frozen;
using System.Globalization;
using Rapporteur.Documents;
using Rapporteur.Lexicons;

namespace Rapporteur.Events;

/// <summary>PLOVER's quad class and intensity of each type: <c>lexicons/en/events/types.tsv</c>.</summary>
public static class EventScale
{
    private static readonly FrozenDictionary<EventType, (int Quad, double Intensity)> Scores =
        LexiconFile.Embedded("en/events/types.tsv", "type", "quad", "intensity").Rows.ToFrozenDictionary(
            static r => r.Label<EventType>("type"),
            static r => (int.Parse(r["quad"], CultureInfo.InvariantCulture), double.Parse(r["intensity"], CultureInfo.InvariantCulture)));

    /// <summary>1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict.</summary>
    public static int QuadOf(EventType type) => Scores[type].Quad;

    /// <summary>From −10 to 10.</summary>
    public static double IntensityOf(EventType type) => Scores[type].Intensity;
}
