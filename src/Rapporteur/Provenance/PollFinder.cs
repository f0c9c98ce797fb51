// SPDX-License-Identifier: Apache-2.0

using Rapporteur.Documents;

namespace Rapporteur.Provenance;

/// <summary>"A Gallup poll", "a survey by the institute", "the pollsters Gallup and Delta".</summary>
internal sealed class PollFinder(SourceView view, LinkLedger ledger)
{
    private const int MostBefore = 6;
    private const int MostAfter = 12;

    /// <summary>Finds them in a sentence.</summary>
    public void Find(TokenRange sentence, int number)
    {
        for (int t = sentence.First; t < sentence.End; t++)
        {
            if (view.Document.Tags.UposOf(t) is not (Upos.Noun or Upos.Propn)) continue;
            ProvenanceUse use = view.UseOf(t);
            if ((use & ProvenanceUse.Poll) != 0 && !Before(t, sentence, number)) By(t, sentence, number);
            else if ((use & ProvenanceUse.Pollster) != 0) Pollsters(t, sentence, number);
        }
    }

    /// <summary>"A new Gallup poll".</summary>
    private bool Before(int noun, TokenRange sentence, int number)
    {
        // "the American Community Survey" is a survey's name, not a pollster's
        if (view.NameAt(noun) >= 0 && view.NameAt(noun) == view.NameAt(Math.Max(sentence.First, noun - 1))) return false;
        for (int t = noun - 1; t >= sentence.First && t >= noun - MostBefore; t--)
        {
            if (view.NameAt(t) is >= 0 and var name)
            {
                if (!MayPoll(name)) return false;
                int first = view.Document.Names[name].Tokens.First;
                Add("poll", name, first, noun + 1, noun, sentence, number);
                // "a Delta Times/Gallup poll"
                if (first - 2 >= sentence.First && view.Tokens.WordOf(first - 1) is "/" or "-" or "–" && view.NameAt(first - 2) is >= 0 and var other && MayPoll(other))
                    Add("poll", other, view.Document.Names[other].Tokens.First, noun + 1, noun, sentence, number);
                return true;
            }

            bool inner = view.Document.Tags.UposOf(t) is Upos.Adj or Upos.Noun or Upos.Num or Upos.Propn or Upos.Part || view.Tokens.WordOf(t) is "-" or "/";
            if (!inner) return false;
        }

        return false;
    }

    /// <summary>"A poll conducted in May by the Delta Institute".</summary>
    private void By(int noun, TokenRange sentence, int number)
    {
        for (int t = noun + 1; t < sentence.End && t < noun + MostAfter; t++)
        {
            if (view.Tokens.WordOf(t) is "," or ";" or "." or "that" or "showed" or "shows" or "found" or "said") return;
            if (!view.Is(t, "by") && !(view.Is(t, "from") && t == noun + 1)) continue;
            for (int at = t + 1; at < sentence.End && at < t + MostBefore; at++)
            {
                if (view.NameAt(at) is not (>= 0 and var name)) continue;
                if (MayPoll(name)) Add("poll by", name, noun, view.Document.Names[name].Tokens.End, noun, sentence, number);
                return;
            }

            return;
        }
    }

    /// <summary>"Neither of the pollsters – Gallup and Delta – showed", "the pollster Gallup".</summary>
    private void Pollsters(int noun, TokenRange sentence, int number)
    {
        int at = noun + 1;
        if (at < sentence.End && view.Tokens.WordOf(at) is "," or "—" or "–" or "--" or "(") at++;
        for (; at < sentence.End; at++)
        {
            if (view.NameAt(at) is >= 0 and var name)
            {
                if (!MayPoll(name)) return;
                Add("pollster", name, noun, view.Document.Names[name].Tokens.End, noun, sentence, number);
                at = view.Document.Names[name].Tokens.End - 1;
            }
            else if (view.Tokens.WordOf(at) is not ("," or "and" or "or" or "the")) return;
        }
    }

    /// <summary>Places and persons are polled, or polled about.</summary>
    private bool MayPoll(int name)
    {
        if (view.Document.Names[name].Type is NameType.Location or NameType.Person) return false;
        return view.ActorOfName(name) is { } actor && view.Document.Actors[actor] is { Kind: ActorKind.Organization or ActorKind.Other, Sector: not "PTY" } known
            && (known.Kind == ActorKind.Organization || view.Document.Tags.UposOf(view.Document.Names[name].Tokens.First) != Upos.Adj);
    }

    private void Add(string rule, int name, int first, int end, int noun, TokenRange sentence, int number)
    {
        int? actor = view.ActorOfName(name);
        string? outlet = view.IsOutlet(name) ? view.Document.Names[name].Span.In(view.Document.Text).ToString() : null;
        ledger.Add(rule, number, new(ProvenanceKind.PollBy, view.SpanOf(first, end), outlet, null) { Actor = actor, Statement = view.NearestStatement(noun, sentence) });
    }
}
