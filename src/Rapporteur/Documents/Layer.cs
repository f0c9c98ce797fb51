// SPDX-License-Identifier: Apache-2.0

using System.Collections;

namespace Rapporteur.Documents;

/// <summary>What one stage found in a document: filled once, then frozen.</summary>
/// <typeparam name="T">The kind of annotation.</typeparam>
public sealed class Layer<T> : IReadOnlyList<T>
{
    private readonly Layers name;
    private T[]? items;

    internal Layer(Layers name) => this.name = name;

    /// <summary>Whether a stage has filled the layer.</summary>
    public bool IsFilled => items is not null;

    /// <summary>Number of annotations.</summary>
    /// <exception cref="InvalidOperationException">No stage has filled the layer.</exception>
    public int Count => Items.Length;

    /// <summary>The annotation at <paramref name="index"/>.</summary>
    /// <exception cref="InvalidOperationException">No stage has filled the layer.</exception>
    public T this[int index] => Items[index];

    private T[] Items => items ?? throw new InvalidOperationException(
        $"The layer {name} is read before a stage has filled it: add the stage that writes {name} before this one.");

    /// <summary>The annotations as a span, for loops that must not allocate.</summary>
    public ReadOnlySpan<T> AsSpan() => Items;

    /// <summary>Fills the layer; the array belongs to the layer from then on.</summary>
    /// <exception cref="InvalidOperationException">The layer was filled before.</exception>
    public void Fill(T[] annotations)
    {
        ArgumentNullException.ThrowIfNull(annotations);
        if (items is not null) throw new InvalidOperationException($"The layer {name} is filled already; two stages must not write it.");
        items = annotations;
    }

    /// <inheritdoc/>
    public IEnumerator<T> GetEnumerator() => ((IEnumerable<T>)Items).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
