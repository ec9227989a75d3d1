using Husrum.Core.Cases;
using Husrum.Core.Decisions;
using Husrum.Core.HjemTilOs.Course;
using Husrum.Core.HjemTilOs.Families;
using Husrum.Core.HjemTilOs.Matching;
using Husrum.Core.HjemTilOs.Referrals;
using Husrum.Core.Language;
using Husrum.Core.Volunteers;
using Husrum.Core.Volunteers.Leave;
using Husrum.Functions.Rehearsal.Stages;

namespace Husrum.Functions.Rehearsal.Collecting;

/// <summary>A process's own words for what happens in its cases.</summary>
internal abstract class CaseVoice
{
    // moments to look through for one that ends the asking; staff are reminded without end
    private const int MostMoments = 12;

    public abstract bool SpeaksOf(object? record);

    public abstract Bilingual StandsAt(CaseRecord @case);

    public abstract Bilingual Line(CaseRecord @case, string word);

    /// <summary>The answer to a question in words; the word itself where the case knows the question no more.</summary>
    public abstract Bilingual Answer(CaseRecord @case, string question, string answer);

    /// <summary>What is asked, as a heading; and when it is too late, or else first reminded of.</summary>
    public abstract (Bilingual Title, DateTimeOffset? Due) Question(CaseRecord @case, DecisionRecord decision, DateTimeOffset now);

    /// <summary>Those of the processes that can be rehearsed.</summary>
    public static IReadOnlyList<CaseVoice> All(Stage stage) =>
    [
        new Of<FamilyCourse>(stage.Get<CourseProcess>()),
        new Of<FamilyMatch>(stage.Get<MatchProcess>()),
        new Of<FriendFamily>(stage.Get<FriendFamilyProcess>()),
        new Of<Referral>(stage.Get<ReferralProcess>()),
        new Of<VolunteerApplication>(stage.Get<VolunteerApproval>()),
        new Of<VolunteerLeave>(stage.Get<LeaveProcess>()),
    ];

    private sealed class Of<TCase>(CaseProcess<TCase> process) : CaseVoice
        where TCase : CaseRecord
    {
        public override bool SpeaksOf(object? record) => record is TCase;

        public override Bilingual StandsAt(CaseRecord @case) => process.StandsAtForStaff((TCase)@case);

        public override Bilingual Line(CaseRecord @case, string word) => CaseWords.Of(word) ?? process.Word(word);

        public override Bilingual Answer(CaseRecord @case, string question, string answer) => Step((TCase)@case, question)?.Happened(answer) ?? new Bilingual(answer, answer);

        public override (Bilingual Title, DateTimeOffset? Due) Question(CaseRecord @case, DecisionRecord decision, DateTimeOffset now)
        {
            var ours = (TCase)@case;
            if (Step(ours, decision.Question) is not { } step)
                return (new Bilingual(decision.Question, decision.Question), decision.NextMoment);
            var plan = step.Plan(ours);
            var moments = Enumerable.Range(1, MostMoments).Select(i => plan.Moment(decision.AskedOn, i)).TakeWhile(m => m is not null);
            return (new Bilingual(step.Page(ours, Languages.Danish, now).Title, step.Page(ours, Languages.English, now).Title), moments.FirstOrDefault(m => m!.Step == DecisionStep.Deadline)?.Due ?? decision.NextMoment);
        }

        private CaseStep<TCase>? Step(TCase @case, string question) => process.StepsOf(@case).FirstOrDefault(s => s.Question == question);
    }
}
