// SPDX-License-Identifier: Apache-2.0

namespace Rapporteur.Fetching;

/// <summary>Keeps some time between two requests to one host.</summary>
/// <remarks>Not thread-safe: one address is asked after the other.</remarks>
internal sealed class HostPace(TimeProvider clock)
{
    private readonly Dictionary<string, long> last = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Waits until the host may be asked, and takes down that it is asked now.</summary>
    public async Task WaitAsync(string host, TimeSpan interval, CancellationToken cancellation)
    {
        if (last.TryGetValue(host, out long then) && interval - clock.GetElapsedTime(then) is { Ticks: > 0 } rest)
            await Task.Delay(rest, clock, cancellation).ConfigureAwait(false);
        last[host] = clock.GetTimestamp();
    }
}
