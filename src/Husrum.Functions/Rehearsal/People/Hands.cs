using Husrum.Core.Cases;
using Husrum.Core.Links;
using Husrum.Core.Refunds.Intake;
using Husrum.Core.Refunds.Views;
using Husrum.Functions.Rehearsal.Stages;

namespace Husrum.Functions.Rehearsal.People;

/// <summary>Does with a question what people do: opens the personal link, reads the page, posts an answer. Never around the desks.</summary>
internal sealed class Hands(Stage stage)
{
    private const string Claims = "claim:";

    /// <summary>The page behind a person's link; null where it has none of this kind (a claim), or nothing is asked there.</summary>
    public async Task<StepPage?> LookAsync(OpenQuestion question, string personId, CancellationToken cancellation = default) =>
        question.Partition.StartsWith(Claims, StringComparison.Ordinal) ? null
        : (await stage.Get<CaseDesk>().ViewAsync(Token(question, personId, LinkPurpose.Answer), cancellation: cancellation))?.Page;

    /// <summary>Posts an answer by a person's link.</summary>
    public async Task<ReplyOutcome> AnswerAsync(OpenQuestion question, string personId, Reply reply, CancellationToken cancellation = default)
    {
        if (question.Partition.StartsWith(Claims, StringComparison.Ordinal))
            return await DecideAsync(question, personId, reply, cancellation);
        var form = new StepForm(reply.Word, reply.Fields.ToDictionary(field => field.Name, field => field.Value, StringComparer.Ordinal));
        return await stage.Get<CaseDesk>().AnswerAsync(Token(question, personId, LinkPurpose.Answer), form, cancellation) switch
        {
            StepResult.Settled { Mine: true } => ReplyOutcome.Counted,
            StepResult.Settled => ReplyOutcome.TooLate,
            StepResult.Invalid => ReplyOutcome.Refused,
            _ => ReplyOutcome.Gone,
        };
    }

    /// <summary>The token of a person's link to a question.</summary>
    public string Token(OpenQuestion question, string personId, LinkPurpose purpose) => stage.Get<PersonalLinks>().TokenFor(purpose, question.Reference.TokenIdFor(personId));

    /// <summary>The token of a person's own page of a case.</summary>
    public string StatusToken(CaseRecord @case, string personId) => stage.Get<PersonalLinks>().TokenFor(LinkPurpose.Status, CaseLinks.StatusTokenId(@case, personId));

    private async Task<ReplyOutcome> DecideAsync(OpenQuestion question, string personId, Reply reply, CancellationToken cancellation)
    {
        if (question.Kind == "refund-complete")
            return await CompleteAsync(question, personId, reply, cancellation);
        string Field(string name) => reply.Fields.FirstOrDefault(field => field.Name == name).Value ?? "";
        var input = new DecisionInput(reply.Word, Field("reason"), Field("amount"));
        return await stage.Get<ClaimDecisions>().DecideAsync(Token(question, personId, LinkPurpose.Decide), input, cancellation) switch
        {
            DecideResult.Decided => ReplyOutcome.Counted,
            DecideResult.AlreadyDecided => ReplyOutcome.TooLate,
            DecideResult.Gone => ReplyOutcome.Gone,
            _ => ReplyOutcome.Refused,
        };
    }

    // the same form again, with what was missing; the account is typed anew
    private async Task<ReplyOutcome> CompleteAsync(OpenQuestion question, string personId, Reply reply, CancellationToken cancellation)
    {
        var (intake, token) = (stage.Get<ClaimIntake>(), Token(question, personId, LinkPurpose.Complete));
        if (await intake.CompletionAsync(token, cancellation) is not { Open: true } view)
            return ReplyOutcome.TooLate;
        string Field(string name, string otherwise) => reply.Fields.FirstOrDefault(field => field.Name == name).Value ?? otherwise;
        var form = view.Form with { Purpose = Field("purpose", view.Form.Purpose), RegistrationNumber = Field("reg", "0400"), AccountNumber = Field("account", "20304050") };
        return await intake.CompleteAsync(token, form, cancellation) switch
        {
            IntakeResult.Accepted => ReplyOutcome.Counted,
            IntakeResult.Invalid => ReplyOutcome.Refused,
            _ => ReplyOutcome.Gone,
        };
    }
}
