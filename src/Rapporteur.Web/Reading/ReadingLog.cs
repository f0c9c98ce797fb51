// SPDX-License-Identifier: Apache-2.0

using System.Globalization;

namespace Rapporteur.Web.Reading;

/// <summary>Keeps what came of the last readings, so that their page can be opened again.</summary>
internal sealed class ReadingLog
{
    private const int Most = 100;

    private readonly Lock access = new();
    private readonly Dictionary<int, StoriesRead> readings = [];
    private int last;

    /// <summary>Keeps a reading and gives its number.</summary>
    public string Add(StoriesRead reading)
    {
        lock (access)
        {
            readings.Remove(last - Most);
            readings[++last] = reading;
            return last.ToString(CultureInfo.InvariantCulture);
        }
    }

    /// <summary>A reading; null once it is too long ago.</summary>
    public StoriesRead? Find(int number)
    {
        lock (access) return readings.GetValueOrDefault(number);
    }
}
