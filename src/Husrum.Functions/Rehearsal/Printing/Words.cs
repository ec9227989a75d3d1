using System.Globalization;
using Husrum.Core.Calendar;
using Husrum.Core.Language;

namespace Husrum.Functions.Rehearsal.Printing;

/// <summary>The words of a rehearsal's print, in one language.</summary>
internal sealed class Words(string language)
{
    private static readonly string[] Danish = ["søn.", "man.", "tir.", "ons.", "tor.", "fre.", "lør."];

    private static readonly string[] DanishDays = ["søndag", "mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag"];

    private bool IsEnglish => Languages.Of(language) == Languages.English;

    public string Language => language;

    public string Say(string danish, string english) => IsEnglish ? english : danish;

    /// <summary>What a line is, in a word.</summary>
    public string Kind(RehearsedEvent line) => line.Kind switch
    {
        RehearsedKind.Message when line.Channel == "sms" => "SMS",
        RehearsedKind.Message => "mail",
        RehearsedKind.Task => Say("opgave", "task"),
        RehearsedKind.Decision => Say("svar", "answer"),
        RehearsedKind.Milestone => Say("dato", "date"),
        _ => Say("tilstand", "state"),
    };

    /// <summary>"2026-09-10 tor. 15.00": sorts by itself, and reads.</summary>
    public string At(DateTimeOffset at)
    {
        var (day, time) = (WallTime.LocalDate(at), WallTime.LocalTime(at));
        var name = IsEnglish ? day.DayOfWeek.ToString()[..3] + " " : Danish[(int)day.DayOfWeek];
        return string.Create(CultureInfo.InvariantCulture, $"{day:yyyy-MM-dd} {name} {(IsEnglish ? time.ToString("HH:mm", CultureInfo.InvariantCulture) : time.ToString("HH.mm", CultureInfo.InvariantCulture))}");
    }

    /// <summary>A line without its moment: kind, whom it concerns, what.</summary>
    public string Whom(RehearsedEvent line) => line switch
    {
        { To: not { } } => "",
        { Kind: RehearsedKind.Decision } => line.To + ": ",
        _ => Say("til ", "to ") + line.To + ": ",
    };

    /// <summary>"hverdage: juleaften".</summary>
    public string Marks(RehearsedEvent line) => string.Join(", ", line.Marks.Select(mark => mark.In(language)));

    /// <summary>The rehearsal's title.</summary>
    public string Title(RehearsalResult result)
    {
        var request = result.Request;
        return Say("Generalprøve: ", "Rehearsal: ") + request.Play.Title.In(language) + Say(" fra ", " from ") + DateWords.Long(request.Start, language);
    }

    /// <summary>What was chosen, in a sentence; empty where nothing was.</summary>
    public string Chosen(RehearsalResult result)
    {
        var request = result.Request;
        var year = !request.Play.IsYear ? "" : Say($"Fast dag: {DanishDays[(int)request.Weekday]}. ", $"Weekly day: {request.Weekday}. ")
            + (request.Municipality is { } municipality ? Say($"Skoleferier: {municipality.Name}", $"School holidays: {municipality.Name}") + (result.HolidaysKnownUntil is { } known ? Say($", kendt til og med {DanishDates.Short(known)}. ", $", known until {EnglishDates.Short(known)}. ") : ". ") : "");
        return year + string.Join(" ", request.WhatIfs.Select(w => Say("Hvad nu hvis: ", "What if: ") + w.Spec.What.In(language) + (w.On is null ? "." : $" ({w.ToString()[(w.Spec.Name.Length + 1)..]}).")));
    }

    /// <summary>How much of everything there is.</summary>
    public string Sum(RehearsalResult result)
    {
        int Count(RehearsedKind kind) => result.Events.Count(e => e.Kind == kind);
        var (mails, sms) = (result.Events.Count(e => e.Channel == "email"), result.Events.Count(e => e.Channel == "sms"));
        return Say(
            $"{mails} mails, {sms} SMS, {Count(RehearsedKind.Task)} opgaver til medarbejdere, {Count(RehearsedKind.Decision)} svar.",
            $"{mails} e-mails, {sms} SMS, {Count(RehearsedKind.Task)} tasks for staff, {Count(RehearsedKind.Decision)} answers.");
    }
}
