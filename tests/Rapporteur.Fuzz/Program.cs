// SPDX-License-Identifier: Apache-2.0

using Rapporteur.Fuzz;
using Rapporteur.Fuzz.Made;
using SharpFuzz;

switch (args)
{
    case ["smoke", var seconds, ..] when int.TryParse(seconds, out int limit):
        var end = DateTime.UtcNow.AddSeconds(limit);
        for (int seed = 1; DateTime.UtcNow < end; seed++)
        {
            foreach (string target in args.Length > 2 ? [args[2]] : FuzzTargets.All.Keys)
            {
                if (Mutations.Run(target, seed, 200) is not { } found) continue;
                Console.Error.WriteLine(found);
                return 1;
            }
        }

        return 0;
    case ["samples", var folder]:
        foreach ((string file, byte[] content) in MadeSamples.All) File.WriteAllBytes(Path.Combine(folder, file), content);
        return 0;
    case ["seed", var name] when FuzzTargets.All.TryGetValue(name, out FuzzTarget? target):
        using (Stream output = Console.OpenStandardOutput()) output.Write(target.Seed);
        return 0;
    case ["run", var name, .. var files] when FuzzTargets.All.TryGetValue(name, out FuzzTarget? target):
        foreach (string file in files) target.Run(File.ReadAllBytes(file));
        return 0;
    case ["afl", var name]:
        // Nothing of an instrumented library may run before the fuzzer has its map: not even the list of targets.
        Fuzzer.OutOfProcess.Run(stream =>
        {
            using var bytes = new MemoryStream();
            stream.CopyTo(bytes);
            FuzzTargets.All[name].Parse(bytes.ToArray());
        });
        return 0;
    default:
        Console.Error.WriteLine($"smoke SECONDS [TARGET], samples FOLDER, seed TARGET, run TARGET FILE..., or afl TARGET (afl.sh); targets: {string.Join(", ", FuzzTargets.All.Keys)}");
        return 2;
}
