// SPDX-License-Identifier: Apache-2.0

namespace Rapporteur;

/// <summary>Puts stages in order and checks that each finds what it reads.</summary>
public sealed class PipelineBuilder
{
    private readonly List<IStage> stages = [];

    /// <summary>Adds a stage after those already there.</summary>
    public PipelineBuilder Add(IStage stage)
    {
        ArgumentNullException.ThrowIfNull(stage);
        stages.Add(stage);
        return this;
    }

    /// <summary>Puts another stage in the place of the one of type <typeparamref name="T"/>.</summary>
    /// <exception cref="InvalidOperationException">There is no such stage.</exception>
    public PipelineBuilder Replace<T>(IStage stage)
        where T : IStage
    {
        ArgumentNullException.ThrowIfNull(stage);
        int index = stages.FindIndex(s => s is T);
        if (index < 0) throw new InvalidOperationException($"There is no {typeof(T).Name} to replace; the stages are {Names()}.");
        stages[index] = stage;
        return this;
    }

    /// <summary>Makes the pipeline.</summary>
    /// <exception cref="InvalidOperationException">A stage reads a layer that none before it writes, or two stages write one layer.</exception>
    public Pipeline Build()
    {
        Layers filled = Layers.None;
        foreach (IStage stage in stages)
        {
            string name = stage.GetType().Name;
            if ((stage.Reads & ~filled) is var missing and not Layers.None)
                throw new InvalidOperationException($"{name} reads {missing}, which no stage before it writes; filled by then: {filled}.");
            if ((stage.Writes & filled) is var twice and not Layers.None)
                throw new InvalidOperationException($"{name} writes {twice}, which a stage before it writes already.");
            filled |= stage.Writes;
        }

        return new Pipeline([.. stages]);
    }

    private string Names() => string.Join(", ", stages.Select(s => s.GetType().Name));
}
