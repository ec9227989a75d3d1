namespace Husrum.Functions.Tests.HjemTilOs;

/// <summary>What people answer in a year in which everything goes as it should, by the kind of question; a scenario says what is different. Null: nothing is answered.</summary>
internal sealed class Habits : Dictionary<string, Func<Question, Reply?>>
{
    private const string Day = "yyyy-MM-dd";

    public Habits(Func<DateTime> now)
        : base(StringComparer.Ordinal)
    {
        string At(int days) => now().AddDays(days).ToString(Day, null) + "T16:30";
        Reply Offer(int days) => new("offer", ("time1", At(days)), ("time2", At(days + 1)), ("place", "Hjemme hos jer"));
        foreach (var (kind, reply) in new Dictionary<string, Func<Question, Reply?>>
        {
            // a family becomes a friend family
            ["family-confirm"] = _ => new("confirm"),
            ["family-times"] = _ => Offer(3),
            ["family-book"] = _ => Reply.FirstTime,
            ["family-visit"] = _ => new("held"),
            ["family-interview"] = _ => new("all-for"),
            ["family-course"] = _ => new("taken"),
            ["family-rules"] = _ => new("read", ("rules", "on"), ("questions", "on")),
            ["family-declaration"] = _ => new("signed", ("agree", "on")),
            ["family-boerneattest-order"] = _ => new("ordered"),
            ["family-straffeattest-order"] = _ => new("ordered"),
            ["family-boerneattest-consent"] = _ => new("done"),
            ["family-straffeattest-consent"] = _ => new("done"),
            ["family-boerneattest-outcome"] = _ => new("clean", ("deleted", "on")),
            ["family-straffeattest-outcome"] = _ => new("clean", ("deleted", "on")),
            ["family-approve"] = _ => new("approve"),

            // a child is referred
            ["referral-confirm"] = _ => new("confirm"),
            ["referral-assess"] = _ => new("go-on"),
            ["referral-consent"] = _ => new("given", ("municipality", "on"), ("own", "on")),
            ["referral-child-visit"] = _ => new("held", ("heldOn", now().ToString(Day, null))),
            ["referral-start-meeting"] = _ => new("held", ("heldOn", now().ToString(Day, null))),

            // a match
            ["hto-match-ask"] = _ => new("yes"),
            ["hto-match-offer"] = _ => Offer(4),
            ["hto-match-time"] = q => q.Name.EndsWith("child", StringComparison.Ordinal) ? Reply.FirstTime : new("fits"),
            ["hto-match-met"] = _ => new("thursday", ("from", "15.00"), ("until", "18.00")),

            // the year
            ["hto-met"] = _ => new("met"),
            ["hto-holiday"] = _ => new("all"),
            ["hto-glad"] = _ => new("glad"),
            ["hto-glad-talk"] = _ => new("talked"),
            ["hto-first-call"] = _ => new("talked"),
            ["hto-childvisit-offer"] = _ => Offer(7),
            ["hto-childvisit-book"] = _ => Reply.FirstTime,
            ["hto-childvisit-held"] = _ => new("held"),
            ["hto-future-wish"] = _ => new("weekly"),
            ["hto-future-text"] = _ => new("send", ("text", "Vi ses fortsat en gang om ugen.")),
            ["hto-future-confirm"] = _ => new("yes"),
            ["hto-ending"] = _ => new("done"),
            ["hto-extravisit-offer"] = _ => Offer(7),
            ["hto-extravisit-book"] = _ => Reply.FirstTime,
            ["hto-extravisit-held"] = _ => new("held"),
        })
        {
            this[kind] = reply;
        }
    }
}
