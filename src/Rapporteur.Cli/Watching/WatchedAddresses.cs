// SPDX-License-Identifier: Apache-2.0

namespace Rapporteur.Cli.Watching;

/// <summary>Addresses that are asked again and again, and which of them are due. Not thread-safe.</summary>
internal sealed class WatchedAddresses(IReadOnlyList<string> addresses, TimeSpan every, TimeProvider clock)
{
    private readonly Dictionary<string, long> asked = new(StringComparer.Ordinal);

    /// <summary>Those that are to be asked now.</summary>
    public IReadOnlyList<string> Due()
    {
        string[] due = [.. addresses.Where(a => Rest(a) <= TimeSpan.Zero)];
        foreach (string address in due) asked[address] = clock.GetTimestamp();
        return due;
    }

    /// <summary>Time until the next one is due; null if there are none.</summary>
    public TimeSpan? UntilNext => addresses.Count == 0 ? null : addresses.Min(Rest);

    private TimeSpan Rest(string address) => asked.TryGetValue(address, out long then) ? every - clock.GetElapsedTime(then) : TimeSpan.Zero;
}
