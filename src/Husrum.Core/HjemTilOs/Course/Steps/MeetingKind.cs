using Husrum.Core.Language;

namespace Husrum.Core.HjemTilOs.Course.Steps;

/// <summary>A visit of staff to the child: the one at four months, or the extra one when the family has ended the course.</summary>
/// <param name="Word">What its questions' names begin with.</param>
/// <param name="Name">"børnebesøget", "the child visit".</param>
/// <param name="Why">What it is for, for staff.</param>
/// <param name="Get">Where it stands.</param>
/// <param name="With">The case with it changed.</param>
internal sealed record MeetingKind(string Word, Bilingual Name, Bilingual Why, Func<FamilyCourse, Meeting?> Get, Func<FamilyCourse, Meeting, FamilyCourse> With)
{
    /// <summary>"Efter ca. 4 mdr. tager Red Barnet på børnebesøg hos barnet" (seed 004_bab00eb426d4101c).</summary>
    public static MeetingKind AtFourMonths { get; } = new(
        "hto-childvisit",
        new("børnebesøget", "the child visit"),
        new("Tal med barnet om, hvordan det går med at have en venskabsfamilie.", "Talk with the child about how it is to have a friend family."),
        course => course.ChildVisit,
        (course, meeting) => course with { ChildVisit = meeting });

    /// <summary>"Et ekstra børnebesøg … for at forebygge, at barnet bebrejder sig selv, og for at afdække ønsker om genmatch" (seed 004_bab00eb426d4101c).</summary>
    public static MeetingKind Extra { get; } = new(
        "hto-extravisit",
        new("det ekstra børnebesøg", "the extra child visit"),
        new("Fortæl barnet, at det ikke er barnets skyld, at besøgene slutter, og hør, om barnet ønsker sig en ny venskabsfamilie.", "Tell the child that it is not the child's fault that the visits end, and hear whether the child would like another friend family."),
        course => course.ExtraVisit,
        (course, meeting) => course with { ExtraVisit = meeting });
}
