// SPDX-License-Identifier: Apache-2.0

using System.Runtime.InteropServices;
using System.Text;
using Rapporteur.Documents;
using Rapporteur.Lexicons;

namespace Rapporteur.Coreference;

/// <summary>Groups mentions: names first, then descriptions and pronouns from left to right, the surest ground first.</summary>
/// <remarks>
/// In the manner of the multi-pass sieve of Lee et al. 2013. Names are found by dictionary; descriptions and pronouns look
/// back over a bounded number of mentions, so that the time is linear in the text.
/// </remarks>
internal sealed class ActorGrouping(Document document, List<Candidate> mentions, PhraseTree phrases, WordPool pool, CoreferenceWords words, ActorLexicon lexicon, DateOnly? on, Trace trace)
{
    /// <summary>How many mentions a pronoun looks back.</summary>
    private const int PronounWindow = 60;

    /// <summary>How many sentences a pronoun looks back.</summary>
    private const int PronounSentences = 4;

    /// <summary>How many sentences a description looks back.</summary>
    private const int NounSentences = 25;

    /// <summary>Letters of the shortest surname that is taken for another one's misspelling.</summary>
    private const int ShortestMisspelt = 6;

    private static readonly System.Buffers.SearchValues<char> NicknameMarks = System.Buffers.SearchValues.Create("\"“”‘()");

    /// <summary>How many entities of one noun or name are looked at.</summary>
    private const int Depth = 8;

    private readonly TokenTable tokens = document.Tokens;
    private readonly TagTable tags = document.Tags;
    private readonly TreeTable trees = document.Trees;
    private readonly Dictionary<string, Entity> byName = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<Entity>> byWord = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<Entity>> byRole = new(StringComparer.Ordinal);
    private readonly Dictionary<(Pronoun Kind, int Voice), Entity> speakers = [];
    private readonly List<Entity> entities = [];
    private Candidate?[] speakerOf = [];
    private HashSet<Candidate> speaking = [];

    /// <summary>The groups, those of one mention too.</summary>
    /// <param name="sources">For every quotation the mention of whoever is quoted; null where nobody is named.</param>
    /// <param name="cancellation">Asked once in a while.</param>
    public List<Entity> Group(Candidate?[] sources, CancellationToken cancellation)
    {
        speakerOf = sources;
        speaking = [.. sources.OfType<Candidate>()];
        foreach (Candidate mention in mentions)
        {
            if (mention.Form == MentionForm.Name) GroupName(mention);
        }

        for (int i = 0; i < mentions.Count; i++)
        {
            if ((i & 0xFF) == 0) cancellation.ThrowIfCancellationRequested();
            Candidate mention = mentions[i];
            if (mention.Entity is { } entity) entity.Latest = mention;
            else if (mention.Form == MentionForm.Noun) GroupNoun(mention, i);
            else GroupPronoun(mention, i);
            if (mention.Form != MentionForm.Pronoun) AddRoles(mention);
        }

        return entities;
    }

    // ------------------------------------------------------------ names

    private void GroupName(Candidate mention)
    {
        TokenRange name = WithoutTitles(mention.Name, mention.Type);
        string key = KeyOf(name);
        KnownActor? known = lexicon.TryFind(WithoutMarks(name), on, out KnownActor actor, out KnownForm form) ? actor : null;
        if (known is not null && !Agrees(mention, known, form)) known = null;
        if (known is not null && form == KnownForm.Demonym) mention.Features = Features.AnyGender | Features.Plural | Features.Person;
        string place = known is null ? "" : form == KnownForm.Demonym ? "people:" + known.Name : "known:" + known.Name;
        if (byName.TryGetValue(place.Length > 0 ? place : key, out Entity? same) && (place.Length > 0 || Fits(same, mention)))
        {
            Join(same, mention, place.Length > 0 ? "known" : "name");
        }
        else if (known is null && Partial(mention, name, key) is { } partial)
        {
            Join(partial, mention, "part of name");
            byName.TryAdd(key, partial);
        }
        else
        {
            Entity made = Begin(mention);
            made.Known = form == KnownForm.Demonym ? null : known;
            byName[place.Length > 0 ? place : key] = made;
        }

        Entity entity = mention.Entity!;
        if (entity.Type is null || entity.FullName.Count < name.Count)
        {
            entity.FullName = name;
            entity.Type = mention.Type;
        }

        if (known is not null && form == KnownForm.Name) byName.TryAdd(key, entity);
        if (known is null or { Kind: ActorKind.Person or ActorKind.Organization })
        {
            for (int t = name.First; t < name.End; t++)
            {
                if (char.IsLetter(tokens.WordOf(t)[0])) Index(byWord, Plain(tokens.WordOf(t)), entity);
            }
        }

        if (mention.Type == NameType.Organization && name.Count > 1) AddAcronym(name, entity);
    }

    private bool Agrees(Candidate mention, KnownActor known, KnownForm form)
        => known.Kind switch
        {
            ActorKind.Person => mention.Type == NameType.Person,
            ActorKind.State => mention.Type != NameType.Person && (form != KnownForm.Metonym || mention.Type == NameType.Organization || mention.IsSubject || speaking.Contains(mention))
                && form != KnownForm.Adjective,
            _ => mention.Type != NameType.Person,
        };

    /// <summary>The entity that a shorter or longer form of a name stands for.</summary>
    private Entity? Partial(Candidate mention, TokenRange name, string key)
    {
        if (mention.Type is NameType.Location or NameType.Miscellaneous or null) return null;
        string last = Plain(tokens.WordOf(name.End - 1)), first = Plain(tokens.WordOf(name.First));
        if (mention.Type == NameType.Person)
        {
            Entity? found = Person(mention, name, last, null);
            return name.Count > 1 ? Person(mention, name, first, found) : found ?? Misspelt(mention, last);
        }

        foreach (Entity entity in Of(byWord, last))
        {
            if (entity.Type == NameType.Organization && name.Count > 1 && entity.FullName.Count > 1 && (EndsWith(entity.FullName, name) || EndsWith(name, entity.FullName))) return entity;
        }

        return name.Count == 1 && byName.TryGetValue("acronym:" + key, out Entity? spelled) ? spelled : null;
    }

    /// <summary>The person of the fullest name who bears the word, if he fits.</summary>
    private Entity? Person(Candidate mention, TokenRange name, string word, Entity? found)
    {
        foreach (Entity entity in Of(byWord, word))
        {
            if (entity.Type != NameType.Person || !Fits(entity, mention) || !ArePartsOfOne(entity.FullName, name)) continue;
            if (found is null || entity.FullName.Count >= found.FullName.Count) found = entity;
        }

        return found;
    }

    /// <summary>"Heirman" after "Brent Hierman": the one person of a full name whose surname differs by what a typist confuses.</summary>
    private Entity? Misspelt(Candidate mention, string surname)
    {
        if (surname.Length < ShortestMisspelt) return null;
        Entity? found = null;
        for (int i = Math.Max(0, entities.Count - PronounWindow); i < entities.Count; i++)
        {
            Entity entity = entities[i];
            if (entity.Type != NameType.Person || entity.Known is not null || entity.FullName.Count < 2 || !Fits(entity, mention) || !IsMisspelling(Plain(tokens.WordOf(entity.FullName.End - 1)), surname)) continue;
            if (found is not null) return null;
            found = entity;
        }

        return found;
    }

    /// <summary>Whether two words differ by two neighbours that changed places, or by a letter that is doubled in one of them.</summary>
    private static bool IsMisspelling(ReadOnlySpan<char> a, ReadOnlySpan<char> b)
    {
        int same = a.CommonPrefixLength(b);
        if (same == 0) return false;
        if (a.Length == b.Length) return same + 1 < a.Length && a[same] == b[same + 1] && a[same + 1] == b[same] && a[(same + 2)..].SequenceEqual(b[(same + 2)..]);
        ReadOnlySpan<char> longer = a.Length > b.Length ? a : b, shorter = a.Length > b.Length ? b : a;
        return longer.Length == shorter.Length + 1 && longer[same] == longer[same - 1] && longer[(same + 1)..].SequenceEqual(shorter[same..]);
    }

    /// <summary>Whether one person may bear both names: one is a part of the other, and no two first names differ.</summary>
    private bool ArePartsOfOne(TokenRange a, TokenRange b)
    {
        TokenRange longer = a.Count >= b.Count ? a : b, shorter = a.Count >= b.Count ? b : a;
        if (shorter.Count == 1)
        {
            ReadOnlySpan<char> word = tokens.WordOf(shorter.First);
            return Same(word, tokens.WordOf(longer.End - 1)) || (Same(word, tokens.WordOf(longer.First)) && (words.SexOf(word) != WordTraits.None || longer.Count == 2))
                || (longer.Count > 2 && Same(word, tokens.WordOf(longer.First + 1)) && words.SexOf(word) == WordTraits.None)
                || (longer.Count > 3 && IsNickname(longer, word));
        }

        int at = longer.First;
        for (int t = shorter.First; t < shorter.End; t++)
        {
            ReadOnlySpan<char> word = tokens.WordOf(t);
            while (at < longer.End && !Same(word, tokens.WordOf(at)) && !IsInitialOf(word, tokens.WordOf(at))) at++;
            if (at++ == longer.End) return false;
        }

        return true;
    }

    private static bool IsInitialOf(ReadOnlySpan<char> a, ReadOnlySpan<char> b)
        => a.Length > 0 && b.Length > 0 && a[0] == b[0] && ((a.Length <= 2 && (a.Length == 1 || a[1] == '.')) || (b.Length <= 2 && (b.Length == 1 || b[1] == '.')));

    private bool EndsWith(TokenRange longer, TokenRange shorter)
    {
        if (shorter.Count > longer.Count) return false;
        for (int i = 1; i <= shorter.Count; i++)
        {
            if (!Same(tokens.WordOf(longer.End - i), tokens.WordOf(shorter.End - i))) return false;
        }

        return true;
    }

    /// <summary>"Union of Rationalist Atheists (UAR)": the letters in parentheses, and else the initials, stand for the name.</summary>
    private void AddAcronym(TokenRange name, Entity entity)
    {
        var initials = new StringBuilder();
        for (int t = name.First; t < name.End; t++)
        {
            if (tokens.WordOf(t) is { Length: > 0 } word && char.IsUpper(word[0])) initials.Append(word[0]);
        }

        if (initials.Length > 1) byName.TryAdd("acronym:" + initials, entity);
        if (name.End + 2 < tokens.Count && tokens.WordOf(name.End) is ['('] && tokens.WordOf(name.End + 2) is [')']
            && tokens.WordOf(name.End + 1) is { Length: > 1 and < 12 } letters && char.IsUpper(letters[0]))
            byName.TryAdd("acronym:" + letters.ToString(), entity);
    }

    private TokenRange WithoutTitles(TokenRange name, NameType? type)
    {
        int end = name.End;
        while (end - 1 > name.First && tokens.WordOf(end - 1) is ['\'' or '’', ..]) end--;
        int first = name.First;
        if (type == NameType.Person)
        {
            while (first < end - 1 && (words.Of(tokens.WordOf(first)) & WordTraits.Title) != 0) first++;
        }
        else if (first < end - 1 && Same(tokens.WordOf(first), "the"))
        {
            first++;
        }

        return new(first, end);
    }

    /// <summary>The words of a name, those of a nickname in quotation marks without the marks: "Luiz Inácio “Lula” da Silva".</summary>
    private ReadOnlySpan<char> WithoutMarks(TokenRange name)
    {
        ReadOnlySpan<char> text = tokens.SpanOf(name).In(document.Text);
        return name.Count > 2 && text.IndexOfAny(NicknameMarks) >= 0 ? string.Join("", text.ToString().Split(['"', '“', '”', '‘', '(', ')'])) : text;
    }

    private bool IsNickname(TokenRange name, ReadOnlySpan<char> word)
    {
        for (int t = name.First + 1; t + 1 < name.End; t++)
        {
            if (tokens.WordOf(t - 1) is [.., '"' or '“' or '‘' or '('] && Same(word, tokens.WordOf(t))) return true;
        }

        return false;
    }

    private string KeyOf(TokenRange name)
    {
        if (name.Count == 1) return Plain(tokens.WordOf(name.First));
        if (tokens.SpanOf(name).Length > 200) return pool.Lower(tokens.SpanOf(name).In(document.Text));
        Span<char> key = stackalloc char[256];
        int length = 0;
        for (int t = name.First; t < name.End && length < 255; t++)
        {
            if (length > 0) key[length++] = ' ';
            string word = Plain(tokens.WordOf(t));
            if (length + word.Length > key.Length) break;
            word.CopyTo(key[length..]);
            length += word.Length;
        }

        return pool.Of(key[..length]);
    }

    /// <summary>A word for comparing: small letters, but an acronym without its full stops.</summary>
    private string Plain(ReadOnlySpan<char> word)
    {
        if (word.Length > 4 || word.ContainsAnyInRange('a', 'z')) return pool.Lower(word);
        return word.Contains('.') ? pool.Of(word.ToString().Replace(".", "", StringComparison.Ordinal)) : pool.Of(word);
    }

    private static bool Same(ReadOnlySpan<char> a, ReadOnlySpan<char> b) => a.Equals(b, StringComparison.OrdinalIgnoreCase);

    // ------------------------------------------------------------ descriptions

    private void GroupNoun(Candidate mention, int index)
    {
        if (mention.IsDefinite)
        {
            Entity? found = null;
            ReadOnlySpan<Entity> called = Of(byRole, mention.Lemma);
            for (int i = called.Length - 1; i >= 0 && found is null; i--)
            {
                Entity entity = called[i];
                if (mention.Sentence - entity.Latest.Sentence > NounSentences || !Fits(entity, mention) || Contains(entity, mention) || !HasModifiers(entity, mention)) continue;
                found = entity;
            }

            if (found is not null)
            {
                Join(found, mention, "noun");
                return;
            }

            if (Generic(mention, index) is { } taken)
            {
                Join(taken, mention, "general noun");
                return;
            }
        }

        Begin(mention);
    }

    /// <summary>"The company", "the country", "the man": the latest of its kind in the sentences before.</summary>
    private Entity? Generic(Candidate mention, int index)
    {
        WordTraits traits = words.Of(mention.Lemma) & (WordTraits.Company | WordTraits.Country | WordTraits.City | WordTraits.Human);
        bool isBare = mention.Range.Count == 2 || ((traits & WordTraits.Country) != 0 && IsPlainlyDescribed(mention));
        if (traits == WordTraits.None || !isBare || (mention.Features & Features.Singular) == 0) return null;
        int verb = VerbAbove(mention.Head);
        for (int i = index - 1; i >= 0 && i >= index - PronounWindow && mention.Sentence - mentions[i].Sentence <= 3; i--)
        {
            Candidate other = mentions[i];
            if (other.Entity is not { Type: { } type } entity || other.Form == MentionForm.Noun || Contains(entity, mention)) continue;
            // "Moscow sent troops to the country": not its own
            if (other.IsSubject && verb >= 0 && trees.HeadOf(other.Head) == verb && trees.DeprelOf(mention.Head) is Deprel.Obj or Deprel.Obl or Deprel.Iobj) continue;
            bool fits = (type == NameType.Organization && (traits & WordTraits.Company) != 0)
                || (entity.Known is { Kind: ActorKind.State } && (traits & WordTraits.Country) != 0)
                || (type == NameType.Location && entity.Known is not { Kind: ActorKind.State } && (traits & WordTraits.City) != 0)
                || (type == NameType.Person && (traits & WordTraits.Human) != 0 && (entity.Features & mention.Features & Features.AnyGender) != 0);
            if (fits) return entity;
        }

        return null;
    }

    /// <summary>"The energy-rich country": described by small words only, which tell of no other one.</summary>
    private bool IsPlainlyDescribed(Candidate mention)
    {
        if (mention.Range.End != mention.Head + 1) return false;
        for (int t = mention.Range.First + 1; t < mention.Head; t++)
        {
            if (char.IsUpper(tokens.WordOf(t)[0]) || (words.Of(tokens.WordOf(t)) & WordTraits.Other) != 0 || tags.UposOf(t) is not (Upos.Adj or Upos.Noun or Upos.Punct or Upos.Adv or Upos.Verb) || trees.DeprelOf(t) == Deprel.NmodPoss) return false;
        }

        return true;
    }

    private int VerbAbove(int token)
    {
        for (int steps = 0; steps < Depth && token >= 0; steps++)
        {
            token = trees.HeadOf(token);
            if (token >= 0 && tags.UposOf(token) == Upos.Verb) return token;
        }

        return -1;
    }

    /// <summary>Whether every modifier of a description was said of the entity, too, and the possessors are the same.</summary>
    private bool HasModifiers(Entity entity, Candidate mention)
    {
        // the first mentions and the latest: enough, and no more than a few however often somebody is mentioned
        for (int i = 0; i < entity.Mentions.Count; i++)
        {
            if (i == Depth) i = Math.Max(i, entity.Mentions.Count - Depth);
            Candidate other = entity.Mentions[i];
            if (other.Form != MentionForm.Pronoun && other.Range.First < mention.Range.First && HasModifiers(other, mention)) return true;
        }

        return false;
    }

    private bool HasModifiers(Candidate antecedent, Candidate mention)
    {
        for (int child = phrases.FirstChild(mention.Head); child >= 0; child = phrases.NextChild(child))
        {
            switch (trees.DeprelOf(child))
            {
                case Deprel.Amod or Deprel.Compound or Deprel.Nummod or Deprel.Nmod or Deprel.NmodUnmarked when !Has(antecedent.Range, child):
                    return false;
                case Deprel.AclRelcl or Deprel.Acl when antecedent.Range.Count < 3 || !Has(antecedent.Range, child):
                    return false;
                case Deprel.NmodPoss:
                    int owner = phrases.ChildBy(antecedent.Head, Deprel.NmodPoss);
                    if (owner >= 0 ? !SameOwner(owner, child) : !Has(antecedent.Range, child)) return false;
                    break;
                case Deprel.Det when tokens.WordOf(child) is { } word && (Same(word, "another") || Same(word, "other")):
                    return false;
            }
        }

        return true;
    }

    private bool SameOwner(int a, int b)
    {
        Entity? one = EntityAt(a), other = EntityAt(b);
        return one is not null && other is not null ? one == other : Same(tokens.WordOf(a), tokens.WordOf(b)) && (tags.UposOf(a) != Upos.Pron || one == other);
    }

    /// <summary>Whom the mention with that head stands for, among the mentions grouped so far.</summary>
    private Entity? EntityAt(int token)
    {
        int low = 0, high = mentions.Count;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (mentions[middle].Range.First < token) low = middle + 1;
            else high = middle;
        }

        for (int i = Math.Min(low, mentions.Count - 1); i >= 0 && i > low - 6; i--)
        {
            if (mentions[i].Head == token) return mentions[i].Entity;
        }

        return null;
    }

    private bool Has(TokenRange range, int token)
    {
        for (int t = range.First; t < range.End && t < range.First + 40; t++)
        {
            if (Same(tokens.WordOf(t), tokens.WordOf(token))) return true;
        }

        return false;
    }

    // ------------------------------------------------------------ pronouns

    private void GroupPronoun(Candidate mention, int index)
    {
        if (mention.Pronoun != Pronoun.Third)
        {
            GroupSpeaker(mention);
            return;
        }

        Entity? subject = SubjectBeside(mention);
        Candidate? best = null;
        double bestScore = double.MinValue;
        int looked = 0;
        for (int i = index - 1; i >= 0 && looked < PronounWindow; i--, looked++)
        {
            Candidate other = mentions[i];
            if (mention.Sentence - other.Sentence > PronounSentences) break;
            if (other.Entity is null || other.Entity == subject || !IsPossible(mention, other)) continue;
            double score = ScoreOf(mention, other);
            if (score > bestScore)
            {
                bestScore = score;
                best = other;
            }
        }

        // "In his speech, Ruiz said": the subject that follows
        if (best is null && IsPossessive(mention))
        {
            for (int i = index + 1; i < mentions.Count && mentions[i].Sentence == mention.Sentence; i++)
            {
                Candidate other = mentions[i];
                if (other is { IsSubject: true, Form: MentionForm.Name, Entity: not null } && IsPossible(mention, other)) best = other;
                if (best is not null) break;
            }
        }

        if (best is null) Begin(mention);
        else Join(best.Entity!, mention, "pronoun");
    }

    /// <summary>The subject of the verb whose object the pronoun is: whoever it is, the pronoun is somebody else.</summary>
    private Entity? SubjectBeside(Candidate pronoun)
    {
        if (pronoun.IsReflexive || trees.DeprelOf(pronoun.Head) is not (Deprel.Obj or Deprel.Iobj)) return null;
        int subject = phrases.ChildBy(trees.HeadOf(pronoun.Head), Deprel.Nsubj);
        return subject < 0 ? null : EntityAt(subject);
    }

    private bool IsPossible(Candidate pronoun, Candidate other)
    {
        if (other.Pronoun is Pronoun.I or Pronoun.We or Pronoun.You) return false;
        if (!Fits(other.Entity!, pronoun)) return false;
        if (pronoun.Quotation != other.Quotation && pronoun.Quotation >= 0 && speakerOf[pronoun.Quotation]?.Entity == other.Entity) return false;
        if (other.Range.First <= pronoun.Range.First && other.Range.End >= pronoun.Range.End && !IsInRelative(pronoun, other)) return false;
        if (other.Sentence != pronoun.Sentence) return !pronoun.IsReflexive;
        if (pronoun.IsReflexive) return trees.HeadOf(other.Head) == trees.HeadOf(pronoun.Head) || other.IsSubject;
        if (IsPossessive(pronoun)) return true;

        // binding: not another argument of the same verb
        int clause = trees.HeadOf(pronoun.Head);
        return clause < 0 || trees.HeadOf(other.Head) != clause || trees.DeprelOf(other.Head) == Deprel.Conj;
    }

    /// <summary>"The minister who said that he …": the pronoun stands in a clause that hangs on the phrase's head.</summary>
    private bool IsInRelative(Candidate pronoun, Candidate other)
    {
        int at = pronoun.Head;
        for (int steps = 0; at >= 0 && steps < 20; steps++, at = trees.HeadOf(at))
        {
            if (trees.HeadOf(at) == other.Head) return trees.DeprelOf(at) is Deprel.AclRelcl or Deprel.Acl;
        }

        return false;
    }

    private bool IsPossessive(Candidate pronoun) => trees.DeprelOf(pronoun.Head) == Deprel.NmodPoss;

    private double ScoreOf(Candidate pronoun, Candidate other)
    {
        Entity entity = other.Entity!;
        int sentences = pronoun.Sentence - other.Sentence;
        double score = -2.0 * sentences;
        score -= 0.02 * (pronoun.Range.First - other.Range.First);
        if (other.IsSubject) score += sentences == 0 ? 1.5 : 1.8;
        else if (trees.DeprelOf(other.Head) is Deprel.Obj or Deprel.Iobj) score += 0.6;
        else if (trees.DeprelOf(other.Head) is Deprel.Nmod or Deprel.Compound) score -= 0.5;
        if (other.Form == MentionForm.Pronoun) score += 1.2;
        else if (other.Form == MentionForm.Name) score += 0.6;
        if (pronoun.IsSubject == other.IsSubject) score += 0.4;
        if (pronoun.Quotation != other.Quotation) score -= 0.7;
        score += Math.Min(entity.Mentions.Count, 6) * 0.15;
        Features kinds = entity.Features & Features.AnyKind;
        if ((pronoun.Features & Features.Neuter) == 0 && (kinds & ~Features.Person) != 0) score -= 2;
        if ((pronoun.Features & Features.Plural) != 0)
        {
            if ((kinds & Features.Person) != 0 && (entity.Features & Features.AnyNumber) == Features.Plural) score += 1.5;
            else if ((kinds & Features.Thing) != 0) score -= 0.5;
        }

        return score;
    }

    /// <summary>"I" is whoever is quoted, and outside of quotations whoever writes; "we" and "you" are the same all through.</summary>
    private void GroupSpeaker(Candidate mention)
    {
        Candidate? speaker = mention.Quotation >= 0 ? speakerOf[mention.Quotation] : null;
        if (mention.Pronoun == Pronoun.I && speaker?.Entity is { } entity && (entity.Features & Features.Person) != 0)
        {
            Join(entity, mention, "quoted I");
            return;
        }

        if (mention.Pronoun == Pronoun.We && speaker?.Entity is { } side && (side.Features & Features.AnyNumber) != Features.Singular)
        {
            Join(side, mention, "quoted we");
            return;
        }

        int voice = speaker?.Entity is { } told ? -2 - told.Number : mention.Quotation;
        if (speakers.TryGetValue((mention.Pronoun, voice), out Entity? known))
        {
            known.Latest = mention;
            Join(known, mention, "same speaker");
        }
        else
        {
            speakers.Add((mention.Pronoun, voice), Begin(mention));
        }
    }

    // ------------------------------------------------------------ entities

    private static bool Fits(Entity entity, Candidate mention)
    {
        Features common = entity.Features & mention.Features;
        return (common & Features.AnyGender) != 0 && (common & Features.AnyNumber) != 0 && (common & Features.AnyKind) != 0;
    }

    private static bool Contains(Entity entity, Candidate mention)
    {
        Candidate latest = entity.Latest;
        return latest.Range.First < mention.Range.End && mention.Range.First < latest.Range.End;
    }

    private Entity Begin(Candidate mention)
    {
        var entity = new Entity { Number = entities.Count, Features = mention.Features, Latest = mention };
        entity.Mentions.Add(mention);
        mention.Entity = entity;
        entities.Add(entity);
        return entity;
    }

    private void Join(Entity entity, Candidate mention, string why)
    {
        if (trace.Enabled)
        {
            string first = tokens.SpanOf(entity.Mentions[0].Range).In(document.Text).ToString();
            trace.Add("coreference", tokens.SpanOf(mention.Range), "group:" + why, note: $"with “{first}”");
        }

        Features common = entity.Features & mention.Features;
        entity.Features = ((common & Features.AnyGender) != 0 ? common & Features.AnyGender : entity.Features & Features.AnyGender)
            | ((common & Features.AnyNumber) != 0 ? common & Features.AnyNumber : entity.Features & Features.AnyNumber)
            | ((common & Features.AnyKind) != 0 ? common & Features.AnyKind : entity.Features & Features.AnyKind);
        entity.Mentions.Add(mention);
        entity.Latest = mention;
        mention.Entity = entity;
    }

    /// <summary>By which nouns the entity can be taken up from here on.</summary>
    private void AddRoles(Candidate mention)
    {
        Entity entity = mention.Entity!;
        if (mention.Form == MentionForm.Noun) AddRole(entity, mention.Lemma);
        else if (mention.Type is NameType.Organization or NameType.Location && entity.FullName.Count > 1) AddRole(entity, pool.Lower(tokens.WordOf(entity.FullName.End - 1)));
        if (mention.Roles is not null)
        {
            foreach (int role in mention.Roles) AddRole(entity, pool.Lemma(role, tokens.WordOf(role).Length));
        }

        if (mention.Type == NameType.Person)
        {
            for (int t = mention.Range.First; t < mention.Name.First; t++)
            {
                if (tags.UposOf(t) is Upos.Noun or Upos.Propn && (words.Of(tokens.WordOf(t)) & (WordTraits.Person | WordTraits.Title)) != 0)
                    AddRole(entity, pool.Lower(tokens.WordOf(t)));
            }
        }

        // "Ruiz is the minister"
        int predicate = mention.IsSubject ? trees.HeadOf(mention.Head) : -1;
        if (predicate >= 0 && tags.UposOf(predicate) == Upos.Noun && phrases.ChildBy(predicate, Deprel.Cop) >= 0)
        {
            AddRole(entity, pool.Lemma(predicate, tokens.WordOf(predicate).Length));
            (mention.Roles ??= []).Add(predicate);
        }
    }

    private void AddRole(Entity entity, string lemma) => Index(byRole, lemma, entity);

    private static void Index(Dictionary<string, List<Entity>> index, string word, Entity entity)
    {
        if (!index.TryGetValue(word, out List<Entity>? list)) index.Add(word, list = new(1));
        if (list.Count > 0 && list[^1] == entity) return;
        list.Add(entity);
    }

    /// <summary>The latest entities of a word, no more than <see cref="Depth"/>, in order.</summary>
    private static ReadOnlySpan<Entity> Of(Dictionary<string, List<Entity>> index, string word)
    {
        if (!index.TryGetValue(word, out List<Entity>? list)) return [];
        Span<Entity> all = CollectionsMarshal.AsSpan(list);
        return all[Math.Max(0, all.Length - Depth)..];
    }
}
