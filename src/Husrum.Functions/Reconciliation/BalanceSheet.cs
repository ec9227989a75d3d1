using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Husrum.Core.Calendar;
using Husrum.Core.Reconciliation;

namespace Husrum.Functions.Reconciliation;

/// <summary>A reckoning as an operator reads it, on one screen; or as JSON. Ids, words and numbers.</summary>
internal static class BalanceSheet
{
    private const int Most = 30;

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    /// <summary>The whole of it as JSON.</summary>
    public static string Json(ReconciliationReport report) => JsonSerializer.Serialize(report, Options) + "\n";

    /// <summary>A table, and what does not balance with what to do about it.</summary>
    public static string Text(ReconciliationReport report)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"Husrum, reconcile, {Wall(report.At)} in Denmark\n\n");
        text.Append(CultureInfo.InvariantCulture, $"{"",-22}{"cases",7}{"due",8}{"sent",8}{"deliv.",8}{"failed",8}{"uncert.",8}{"dropped",8}{"held",6}{"waits",7}{"lost",6}{"doubled",9}{"mistimed",10}{"stuck",7}\n");
        foreach (var process in report.Processes.Where(p => p.Cases > 0))
            Line(text, process.Process, process);
        Line(text, "in all", Sum(report.Processes));
        text.Append('\n');
        foreach (var found in report.Imbalances.Take(Most))
            text.Append(CultureInfo.InvariantCulture, $"{found.Kind.ToString().ToUpperInvariant(),-9} {Wall(found.Due)}  {found.CaseId}  {found.Process}, {found.DepartmentId}: {found.Step}{(found.PersonId is null ? "" : " to " + found.PersonId)}\n          → {WhatToDo.English(found)}\n");
        if (report.Imbalances.Count > Most)
            text.Append(CultureInfo.InvariantCulture, $"… and {report.Imbalances.Count - Most} more (--format json shows all).\n");
        return text.Append(report.Balances ? "The books balance.\n" : "The books do not balance.\n").ToString();
    }

    /// <summary>All kinds of case together.</summary>
    public static ProcessBalance Sum(IEnumerable<ProcessBalance> processes) => processes.Aggregate(new ProcessBalance("all"), (a, b) => a with
    {
        Cases = a.Cases + b.Cases,
        Owed = a.Owed + b.Owed,
        Written = a.Written + b.Written,
        Sent = a.Sent + b.Sent,
        Delivered = a.Delivered + b.Delivered,
        Failed = a.Failed + b.Failed,
        Uncertain = a.Uncertain + b.Uncertain,
        Dropped = a.Dropped + b.Dropped,
        Held = a.Held + b.Held,
        Waiting = a.Waiting + b.Waiting,
        Lost = a.Lost + b.Lost,
        Doubled = a.Doubled + b.Doubled,
        Mistimed = a.Mistimed + b.Mistimed,
        Stuck = a.Stuck + b.Stuck,
    });

    private static void Line(StringBuilder text, string name, ProcessBalance p) =>
        text.Append(CultureInfo.InvariantCulture, $"{name,-22}{p.Cases,7}{p.Due,8}{p.Sent,8}{p.Delivered,8}{p.Failed,8}{p.Uncertain,8}{p.Dropped,8}{p.Held,6}{p.Waiting,7}{p.Lost,6}{p.Doubled,9}{p.Mistimed,10}{p.Stuck,7}\n");

    private static string Wall(DateTimeOffset moment) => string.Create(CultureInfo.InvariantCulture, $"{WallTime.LocalDate(moment):yyyy-MM-dd} {WallTime.LocalTime(moment):HH:mm}");
}
