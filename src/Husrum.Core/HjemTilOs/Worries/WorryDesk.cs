using System.Globalization;
using Husrum.Core.Calendar;
using Husrum.Core.Cases;
using Husrum.Core.HjemTilOs.Course;
using Husrum.Core.Language;
using Husrum.Core.Register;

namespace Husrum.Core.HjemTilOs.Worries;

/// <summary>A family tells of a worry, by the link of their course.</summary>
public sealed class WorryDesk(CaseBook<Worry> book, CourseDesk courses, CaseServices services)
{
    /// <summary>Where it is told.</summary>
    public const string Page = "/hjem-til-os/bekymring";

    /// <summary>The reader behind a link, where they are of a family; else null.</summary>
    public async Task<CourseView?> ViewAsync(string? token, CancellationToken cancellation = default) =>
        await courses.ViewAsync(token, cancellation) is { Side: Sides.Family } view ? view : null;

    /// <summary>Takes it in. Told twice in the same hour it is one.</summary>
    /// <param name="token">From the link.</param>
    /// <param name="about">A word of <see cref="WorryKind"/>, as posted.</param>
    /// <param name="notified">A word of <see cref="Notification"/>, as posted.</param>
    /// <param name="cancellation">Cancels.</param>
    public async Task<CourseResult> TellAsync(string? token, string about, string notified, CancellationToken cancellation = default)
    {
        if (await ViewAsync(token, cancellation) is not { } view)
            return new CourseResult.Gone();
        if (!Enum.TryParse<WorryKind>(about, out var kind) || !Enum.IsDefined(kind))
            return new CourseResult.Refused("about", new Bilingual("Vælg, hvad det handler om.", "Please choose what it is about."));
        var by = Enum.TryParse<Notification>(notified, out var word) && word is Notification.ByFamily or Notification.WantsHelp ? word : Notification.None;
        var now = services.Now;
        var worry = new Worry
        {
            Id = "b-" + Ids.Derive("hto-worry", view.CaseId, view.PersonId, kind.ToString(), now.UtcDateTime.ToString("yyyy-MM-dd'T'HH", CultureInfo.InvariantCulture)),
            DepartmentId = view.Course.DepartmentId,
            PersonId = view.PersonId,
            Created = now,
            CourseId = view.CaseId,
            About = kind,
            Notified = by,
            NotifiedOn = by == Notification.ByFamily ? WallTime.LocalDate(now) : null,
        };
        await services.Register.CommitAsync(book.Insert(worry, "told"), cancellation); // a conflict means that it was told before
        return new CourseResult.Done();
    }
}
