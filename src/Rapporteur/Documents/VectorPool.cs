// SPDX-License-Identifier: Apache-2.0

using System.Collections.Concurrent;

namespace Rapporteur.Documents;

/// <summary>Large arrays for reuse: never more of them than documents were read at once.</summary>
/// <remarks>
/// The runtime's shared pool keeps arrays for each thread and rounds their length up to a power of two; with a document's
/// vectors that came to hundreds of megabytes, since any thread of the thread pool may read the next document.
/// </remarks>
internal static class VectorPool<T>
    where T : unmanaged
{
    private static readonly ConcurrentBag<T[]> Free = [];

    /// <summary>An array of at least that length, with anything in it.</summary>
    public static T[] Rent(int length)
    {
        // One that is too short is dropped: the longest that is needed takes its place.
        while (Free.TryTake(out T[]? array))
        {
            if (array.Length >= length) return array;
        }

        return GC.AllocateUninitializedArray<T>(length);
    }

    /// <summary>Gives an array back.</summary>
    public static void Return(T[] array) => Free.Add(array);
}
