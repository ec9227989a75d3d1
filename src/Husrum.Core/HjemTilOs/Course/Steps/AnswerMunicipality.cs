using Husrum.Core.Cases;
using Husrum.Core.Decisions;
using Husrum.Core.Language;
using Husrum.Core.Organisations;

namespace Husrum.Core.HjemTilOs.Course.Steps;

/// <summary>The municipality wants more of the family: staff advise the family and answer (seeds 003_c4664cb87c6aa729 and 004_bab00eb426d4101c).</summary>
internal sealed class AnswerMunicipality(MunicipalityRequest request, Organisation organisation) : CourseTask(organisation)
{
    /// <summary>See <see cref="CaseStep{TCase}.Kind"/>.</summary>
    public const string Name = "hto-request";

    private static readonly Dictionary<string, RequestAnswer> Answers = new(StringComparer.Ordinal) { ["yes"] = RequestAnswer.Yes, ["no"] = RequestAnswer.No, ["declined"] = RequestAnswer.Declined };

    /// <inheritdoc />
    public override string Kind => Name;

    /// <inheritdoc />
    public override string Question => PartyQuestions.Of(Name, FormattableString.Invariant($"{request.Number}"));

    /// <inheritdoc />
    protected override Bilingual Task => new("at svare kommunen, der beder om mere end den ugentlige eftermiddag", "to answer the municipality, which asks for more than the weekly afternoon");

    /// <inheritdoc />
    public override bool IsOpen(FamilyCourse @case) => !@case.IsOver && @case.Requests.Any(r => r.Number == request.Number && r.Answer is null);

    /// <inheritdoc />
    public override StepPage Page(FamilyCourse @case, string language, DateTimeOffset now) => new(
        new Bilingual("Kommunen beder om mere", "The municipality asks for more").In(language),
        [
            new Bilingual("Tal med familien først, og rådgiv dem: opgaven er en eftermiddag om ugen. Svar så kommunen.", "Talk with the family first and advise them: the task is one afternoon a week. Then answer the municipality.").In(language),
            .. request.ByFamily ? [new Bilingual("Familien er blevet spurgt direkte. Mind venligt kommunen om at spørge os først.", "The family was asked directly. In a friendly way, please remind the municipality to ask us first.").In(language)] : Array.Empty<string>(),
        ],
        [
            new("yes", new Bilingual("Familien siger ja", "The family says yes").In(language)),
            new("no", new Bilingual("Familien siger nej", "The family says no").In(language)),
            new("declined", new Bilingual("Vi har sagt nej uden at spørge familien", "We said no without asking the family").In(language)),
        ])
    {
        Facts = [new(new Bilingual("Det handler om", "It is about").In(language), What(request.What).In(language)), new(new Bilingual("Modtaget", "Received").In(language), DateWords.Long(request.On, language))],
    };

    /// <inheritdoc />
    public override StepReply Read(FamilyCourse @case, StepForm form, DateTimeOffset now) => StepReply.OneOf(form, [.. Answers.Keys]);

    /// <inheritdoc />
    public override FamilyCourse After(FamilyCourse @case, StepAnswer answer) =>
        @case with { Requests = [.. @case.Requests.Select(r => r.Number == request.Number ? r with { Answer = Answers[answer.Word] } : r)] };

    /// <inheritdoc />
    public override Bilingual Happened(string answer) => new("Kommunen har fået svar.", "The municipality has been answered.");

    /// <summary>What is wanted, in words.</summary>
    public static Bilingual What(RequestKind kind) => kind switch
    {
        RequestKind.SupportStay => new("støtteophold", "support stays"),
        RequestKind.FosterFamily => new("at blive plejefamilie", "becoming a foster family"),
        RequestKind.NetworkMeeting => new("et netværksmøde", "a network meeting"),
        RequestKind.Bisidder => new("at være bisidder for barnet", "being the child's bisidder (lay representative)"),
        _ => new("noget andet", "something else"),
    };
}
