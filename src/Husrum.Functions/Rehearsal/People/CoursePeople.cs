using Husrum.Core.Calendar;
using Husrum.Core.Cases;
using Husrum.Core.HjemTilOs;
using Husrum.Core.HjemTilOs.Course;
using Husrum.Core.People;
using Husrum.Core.Register;
using Husrum.Functions.Rehearsal.Stages;

namespace Husrum.Functions.Rehearsal.People;

/// <summary>The invented people of a year of Hjem til Os, and how they answer where everything goes as it should.</summary>
internal static class CoursePeople
{
    /// <summary>The child's mother, the family's mother, the other custody holder and the referrer: address, name, side, phone.</summary>
    private static readonly (string Party, string Side, string Mailbox, string Name, string? Phone)[] Parties =
    [
        ("guardian-1", Sides.Child, "amina@post.example", "Amina Said", "+4520000101"),
        ("guardian-2", Sides.Guardian, "yusuf@post.example", "Yusuf Said", null),
        ("member-1", Sides.Family, "ida@post.example", "Ida Skovgaard", "+4520000102"),
        ("referrer", Sides.Referrer, "henviser@kommune.example", "Torben Lillelund", null),
    ];

    /// <summary>The child's side and the family, by party id.</summary>
    public const string ChildSide = "guardian-1";

    /// <summary>The family.</summary>
    public const string Family = "member-1";

    /// <summary>The custody holder who is not asked about practical things.</summary>
    public const string OtherGuardian = "guardian-2";

    /// <summary>Makes the child and the people, and begins a year whose first meeting is held now.</summary>
    /// <returns>The course's id.</returns>
    public static async Task<string> BeginAsync(Stage stage, CoursePlan plan, CancellationToken cancellation = default)
    {
        var (people, book) = (stage.Get<PersonDirectory>(), stage.Get<CaseBook<FamilyCourse>>());
        var child = "p-" + Ids.Derive("rehearsal-child", plan.Word);
        await stage.Register.CommitAsync(new RegisterBatch(Partitions.Person(child)).Put(Person.Row, new Person { Id = child, Name = "Noor", Language = "da" }), cancellation);
        var parties = new List<CaseParty>();
        foreach (var (party, side, mailbox, name, phone) in Parties)
            parties.Add(new CaseParty(party, side, await people.FindOrCreateByEmailAsync(mailbox, name, plan.Language, phone, cancellation)));
        var monday = plan.StartedOn.AddDays(-(((int)plan.StartedOn.DayOfWeek + 6) % 7));
        var course = new FamilyCourse
        {
            Id = "c-" + Ids.Derive("rehearsal-course", plan.Word),
            DepartmentId = plan.DepartmentId,
            PersonId = child,
            Created = stage.Now,
            Parties = parties,
            ReferralId = "r-rehearsal",
            FamilyId = "f-rehearsal",
            StartedOn = plan.StartedOn,
            MunicipalityId = plan.MunicipalityId,
            Agreements = [new Agreement(monday.AddDays(7), plan.Weekday, plan.From, plan.Until)],
        };
        await stage.Register.CommitAsync(book.Insert(course, "started"), cancellation);
        await stage.SettleAsync(cancellation);
        return course.Id;
    }

    /// <summary>Everybody answers, and everything goes as it should.</summary>
    public static Script Script() => new Script()
        .On("hto-met", "met")
        .On("hto-holiday", "all")
        .On("hto-first-call", "talked")
        .On("hto-glad", "glad")
        .On("hto-glad-talk", "talked")
        .On("hto-misses", "talked")
        .On("hto-glad", "glad")
        .On("hto-glad-talk", "talked")
        .On("hto-prolong", "keep")
        .On("hto-ending", "done")
        .On("hto-childvisit-offer", OfferTimes)
        .On("hto-childvisit-book", situation => situation.First)
        .On("hto-childvisit-held", "held")
        .On("hto-extravisit-offer", OfferTimes)
        .On("hto-extravisit-book", situation => situation.First)
        .On("hto-extravisit-held", "held-rematch")
        .On("hto-future-wish", "weekly")
        .On("hto-future-call", "talked")
        .On("hto-future-text", "send", ("text", "Noor kommer fortsat en eftermiddag om ugen."))
        .On("hto-future-confirm", "yes")
        .On("hto-resume", "go-on");

    // seven weekdays ahead, after school
    private static Reply OfferTimes(Situation situation) => new("offer", ("time1", Yes.Moment(Weekdays.Add(situation.Today, 7))), ("place", "Hjemme hos barnet"));
}

/// <summary>A year to be played.</summary>
/// <param name="Word">Makes its ids.</param>
/// <param name="DepartmentId">Whose it is.</param>
/// <param name="MunicipalityId">Whose school holidays hold.</param>
/// <param name="StartedOn">The day of the first meeting.</param>
/// <param name="Weekday">The fixed day.</param>
/// <param name="Language">In which the two sides are written to.</param>
internal sealed record CoursePlan(string Word, string DepartmentId, string MunicipalityId, DateOnly StartedOn, DayOfWeek Weekday, string Language = "da")
{
    /// <summary>When a visit begins.</summary>
    public TimeOnly From { get; init; } = new(15, 0);

    /// <summary>When it ends.</summary>
    public TimeOnly Until { get; init; } = new(18, 0);
}
