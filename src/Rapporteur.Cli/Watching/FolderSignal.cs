// SPDX-License-Identifier: Apache-2.0

namespace Rapporteur.Cli.Watching;

/// <summary>Wakes the watch when something changes in a folder. Where the system does not tell, or not all, the regular looks find it.</summary>
internal sealed class FolderSignal : IDisposable
{
    private readonly List<FileSystemWatcher> watchers = [];
    private readonly SemaphoreSlim changed = new(0, 1);

    /// <summary>Listens to folders.</summary>
    /// <param name="folders">The folders; what is not there is left out.</param>
    /// <param name="note">Told where the system can't listen.</param>
    public FolderSignal(IEnumerable<string> folders, Action<string> note)
    {
        foreach (string folder in folders.Where(Directory.Exists))
        {
            try
            {
                var watcher = new FileSystemWatcher(folder) { IncludeSubdirectories = true, NotifyFilter = NotifyFilters.FileName | NotifyFilters.DirectoryName | NotifyFilters.Size | NotifyFilters.LastWrite };
                watchers.Add(watcher);
                watcher.Created += (_, _) => Wake();
                watcher.Changed += (_, _) => Wake();
                watcher.Renamed += (_, _) => Wake();
                watcher.Error += (_, _) => Wake();
                watcher.EnableRaisingEvents = true;
            }
            catch (Exception problem) when (problem is IOException or ArgumentException or UnauthorizedAccessException)
            {
                note($"note: the system does not tell of changes in {folder} ({problem.Message}); it is looked at once a minute");
            }
        }
    }

    /// <summary>Waits until something changes, or the time is over.</summary>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public async Task WaitAsync(TimeSpan most, CancellationToken stop)
    {
        if (most > TimeSpan.Zero) await changed.WaitAsync(most, stop).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (FileSystemWatcher watcher in watchers) watcher.Dispose();
    }

    private void Wake()
    {
        try
        {
            if (changed.CurrentCount == 0) changed.Release();
        }
        catch (SemaphoreFullException)
        {
            // Two changes at once: one of them wakes it.
        }
    }
}
