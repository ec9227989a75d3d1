using Husrum.Core.Calendar;
using Husrum.Core.Cases;
using Husrum.Core.Gatherings;
using Husrum.Core.Links;
using Husrum.Core.Refunds;
using Husrum.Core.Refunds.Intake;
using Husrum.Core.Register;
using Husrum.Functions.Rehearsal.People;
using Husrum.Functions.Rehearsal.Stages;

namespace Husrum.Functions.Rehearsal.Simulation;

/// <summary>What people answer: they read the page behind their link and choose one of what stands there, the first most often, and fill in what is to be filled in.</summary>
internal static class Answering
{
    private const string Approve = "refund-approve";
    private const string Complete = "refund-complete";

    // its first answers are the days of the week, each as good as the other
    private const string FirstMeeting = "hto-match-met";
    private const int DaysOfTheWeek = 7;

    /// <summary>One of those who are asked answers.</summary>
    public static async Task<ReplyOutcome> AnswerAsync(Stage stage, OpenQuestion question, Chance chance, bool otherwise, CancellationToken cancellation)
    {
        string[] people = [.. question.People];
        var person = people[chance.Below(people.Length, "who", question.Partition, question.Decision.Id)];
        if (question.Kind == Complete)
            return await CompleteAsync(stage, question, person, cancellation);
        var hands = new Hands(stage);
        if (question.Kind is Approve or "refund-second")
            return await hands.AnswerAsync(question, person, await DecisionAsync(stage, question, chance, otherwise), cancellation);
        // a page with nothing to choose, as where every intro course has been held, is one nobody can answer
        if (await hands.LookAsync(question, person, cancellation) is not { Choices.Count: > 0 } page)
            return ReplyOutcome.TooLate;
        var outcome = await hands.AnswerAsync(question, person, Choose(stage, page, question, chance, otherwise), cancellation);
        return outcome != ReplyOutcome.Refused ? outcome : await hands.AnswerAsync(question, person, Fill(stage, page, page.Choices[0].Value), cancellation);
    }

    /// <summary>A guest says whether they come.</summary>
    public static async Task InviteAsync(Stage stage, string partition, Guest guest, Chance chance, CancellationToken cancellation)
    {
        var id = partition[Gathering.Prefix.Length..];
        var token = stage.Get<PersonalLinks>().TokenFor(LinkPurpose.Gathering, Ids.Derive("gathering", id, guest.PersonId));
        await stage.Get<GatheringDesk>().AnswerAsync(token, chance.Happens(0.8, "yes", partition, guest.PersonId), cancellation);
    }

    private static Reply Choose(Stage stage, StepPage page, OpenQuestion question, Chance chance, bool otherwise)
    {
        var drawn = chance.Of("chooses", question.Partition, question.Decision.Id, otherwise ? "otherwise" : "first");
        var alike = question.Kind == FirstMeeting ? DaysOfTheWeek : 1;
        var index = drawn < 0.88 || page.Choices.Count == 1 ? (int)(drawn / 0.88 * alike) : alike + (int)((drawn - 0.88) / 0.12 * (page.Choices.Count - alike));
        if (otherwise)
            index = (index + 1) % page.Choices.Count;
        return Fill(stage, page, page.Choices[Math.Min(index, page.Choices.Count - 1)].Value);
    }

    private static Reply Fill(Stage stage, StepPage page, string word)
    {
        var today = WallTime.LocalDate(stage.Now);
        var day = 9;
        return new Reply(word, [.. page.Inputs.Select(input => (input.Name, input.Kind switch
        {
            StepInputKind.Date => Yes.Date(today),
            StepInputKind.Moment => $"{Yes.Date(today.AddDays(day++))}T16:30",
            StepInputKind.Tick => "on",
            StepInputKind.Text when input.Name == "from" => "15.00",
            StepInputKind.Text when input.Name == "until" => "18.00",
            _ => "Som vi har talt om.",
        }))]);
    }

    private static async Task<Reply> DecisionAsync(Stage stage, OpenQuestion question, Chance chance, bool otherwise)
    {
        var word = (chance.Of("decides", question.Partition, question.Decision.Id) + (otherwise ? 0.15 : 0)) switch { < 0.86 => "approve", < 0.94 => "return", _ => "reject" };
        var claim = await stage.Register.GetAsync<ExpenseClaim>(question.Partition, ExpenseClaim.Row);
        return new Reply(word, ("reason", word == "approve" ? "" : "Kvitteringen mangler."), ("amount", word == "approve" ? claim?.Value.Total.Plain ?? "" : ""));
    }

    private static async Task<ReplyOutcome> CompleteAsync(Stage stage, OpenQuestion question, string person, CancellationToken cancellation)
    {
        var token = stage.Get<PersonalLinks>().TokenFor(LinkPurpose.Complete, question.Reference.TokenIdFor(person));
        if (await stage.Get<ClaimIntake>().CompletionAsync(token, cancellation) is not { Open: true } view)
            return ReplyOutcome.TooLate;
        return await stage.Get<ClaimIntake>().CompleteAsync(token, view.Form with { RegistrationNumber = "0040", AccountNumber = "0440116243" }, cancellation) switch
        {
            IntakeResult.Accepted => ReplyOutcome.Counted,
            IntakeResult.Invalid => ReplyOutcome.Refused,
            _ => ReplyOutcome.TooLate,
        };
    }
}
