namespace Husrum.Core.Messages;

/// <summary>Messages about signing in.</summary>
public static class SignInMessages
{
    /// <summary>The name of the mail with a staff member's sign-in link.</summary>
    public const string SignIn = "sign-in";

    /// <summary>What it binds: <c>name</c>, <c>minutes</c> (how long the link works) and the link <c>link</c>.</summary>
    public static IReadOnlyList<TemplateSpec> Specs { get; } =
    [
        new(
            SignIn,
            NoticeChannel.Email,
            [new("name", Sensitivity.Plain, "Anne-Margrethe Kjærgaard-Østergård"), new("minutes", Sensitivity.Plain, "30")],
            [new("link")]),
    ];
}
