using Husrum.Core.Language;

namespace Husrum.Core.Cases;

/// <summary>Something the person a case is about can do with it on their own page, besides answering and taking it back.</summary>
/// <typeparam name="TCase">The case.</typeparam>
/// <param name="Word">The word for it, in the form and in the timeline: letters and hyphens.</param>
/// <param name="Title">What it is, as a question.</param>
/// <param name="Text">What follows from it.</param>
/// <param name="Button">What the button says.</param>
/// <param name="After">The case afterwards.</param>
public sealed record CaseDoing<TCase>(string Word, Bilingual Title, Bilingual Text, Bilingual Button, Func<TCase, TCase> After)
    where TCase : CaseRecord;

/// <summary>The same, as the page shows it.</summary>
/// <param name="Word">The word posted.</param>
/// <param name="Title">What it is, as a question.</param>
/// <param name="Text">What follows from it.</param>
/// <param name="Button">What the button says.</param>
public sealed record DoingView(string Word, Bilingual Title, Bilingual Text, Bilingual Button);
