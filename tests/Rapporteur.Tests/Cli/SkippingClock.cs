// SPDX-License-Identifier: Apache-2.0

namespace Rapporteur.Tests.Cli;

/// <summary>A clock that goes on by itself whenever somebody wants to wait: nobody waits, and everybody finds that the time is over.</summary>
internal sealed class SkippingClock : TimeProvider
{
    private long skipped;

    /// <summary>Time that was skipped.</summary>
    public TimeSpan Skipped => TimeSpan.FromTicks(Interlocked.Read(ref skipped));

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp() => System.GetElapsedTime(0).Ticks + Skipped.Ticks;

    public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + Skipped;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        if (dueTime > TimeSpan.Zero) Interlocked.Add(ref skipped, dueTime.Ticks);
        return System.CreateTimer(callback, state, dueTime == Timeout.InfiniteTimeSpan ? dueTime : TimeSpan.Zero, Timeout.InfiniteTimeSpan);
    }
}
