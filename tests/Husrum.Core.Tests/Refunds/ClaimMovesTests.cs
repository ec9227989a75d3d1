using Husrum.Core.Formats;
using Husrum.Core.Organisations;
using Husrum.Core.Refunds;
using Husrum.Core.Refunds.Messages;
using Husrum.Core.Refunds.Rules;
using Husrum.Core.Refunds.Views;
using Husrum.Core.Register;

namespace Husrum.Core.Tests.Refunds;

public sealed class ClaimMovesTests
{
    private static readonly ClaimState[] States = Enum.GetValues<ClaimState>();

    [Fact]
    public void Steps_come_only_in_their_order()
    {
        var moves = States.SelectMany(from => States.Where(to => ClaimMoves.Allows(from, to)).Select(to => $"{from} → {to}")).ToList();
        moves.ShouldBe(
        [
            "Received → AwaitingApproval", "Received → Withdrawn",
            "AwaitingApproval → AwaitingSecondApproval", "AwaitingApproval → Returned", "AwaitingApproval → Approved", "AwaitingApproval → Rejected", "AwaitingApproval → Withdrawn",
            "AwaitingSecondApproval → Returned", "AwaitingSecondApproval → Approved", "AwaitingSecondApproval → Rejected", "AwaitingSecondApproval → Withdrawn",
            "Returned → Received", "Returned → Withdrawn", "Returned → Lapsed",
            "Approved → OnPaymentList", "OnPaymentList → Approved", "OnPaymentList → Paid", "Paid → Approved",
        ]);
    }

    [Fact]
    public void Nothing_is_paid_that_was_not_approved_and_listed() =>
        States.Where(from => ClaimMoves.Allows(from, ClaimState.Paid)).ShouldBe([ClaimState.OnPaymentList]);

    [Fact]
    public void A_step_out_of_order_is_not_written()
    {
        var claim = new Stored<ExpenseClaim>("claim:u-1", ExpenseClaim.Row, Claims.Of("u-1"), "1");
        Should.Throw<InvalidOperationException>(() => ClaimBatch.Change(new RegisterBatch("claim:u-1"), claim, claim.Value with { State = ClaimState.Paid }, Claims.Sent));
    }

    [Fact]
    public void Every_answer_leads_along_an_allowed_move_or_nowhere()
    {
        string[] answers = [Answers.Approve, Answers.Reject, Answers.Return, Answers.Completed, Answers.Lapsed, Answers.Withdrawn, "gone", ""];
        foreach (var (state, answer, oere) in from s in States from a in answers from o in new[] { 100L, 300_000L } select (s, a, o))
        {
            if (AnswerRules.After(state, answer, new Kroner(oere), new Limits(2000)) is { } next)
                ClaimMoves.Allows(state, next).ShouldBeTrue($"{state} {answer}");
        }

        AnswerRules.After(ClaimState.Approved, Answers.Withdrawn, new Kroner(1), new Limits(2000)).ShouldBeNull();
        AnswerRules.After(ClaimState.Paid, Answers.Approve, new Kroner(1), new Limits(2000)).ShouldBeNull();
    }

    [Fact]
    public void Every_state_and_every_word_of_the_timeline_has_a_sentence_in_both_languages()
    {
        foreach (var state in States)
        {
            ClaimStateWords.StandsAt(state).English.ShouldNotBeEmpty();
            (ClaimStateWords.WaitsFor(state, "Aarhus") is null).ShouldBe(ClaimMoves.IsClosed(state));
        }

        foreach (var word in TimelineWords.All)
            TimelineWords.Of(word).Danish.ShouldNotBe(word);
    }

    [Fact]
    public void Subjects_of_messages_bind_nothing_so_that_no_name_amount_or_account_can_stand_there()
    {
        foreach (var spec in RefundMessages.Specs)
        {
            foreach (var language in new[] { "da", "en" })
            {
                using var text = typeof(RefundMessages).Assembly.GetManifestResourceStream($"texts/{language}/{spec.Name}.email.md").ShouldNotBeNull($"{language}/{spec.Name}");
                using var reader = new StreamReader(text);
                reader.ReadLine().ShouldNotBeNull().ShouldNotContain("{{");
            }
        }
    }
}
