// SPDX-License-Identifier: Apache-2.0

using Perfolizer.Horology;

namespace Rapporteur.Benchmarks.Measures;

/// <summary>Counts the processor time of the process, so that the figures are those of one core, whatever else the machine does.</summary>
public sealed class ProcessorClock : IClock
{
    /// <inheritdoc/>
    public string Title => "processor time";

    /// <inheritdoc/>
    public bool IsAvailable => true;

    /// <inheritdoc/>
    public Frequency Frequency => new(TimeSpan.TicksPerSecond);

    /// <inheritdoc/>
    public long GetTimestamp() => Environment.CpuUsage.TotalTime.Ticks;
}
