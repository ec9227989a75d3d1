namespace Husrum.Functions.Azure;

/// <summary>What is said to a call that could not be read: one line in the log, and one in the answer; of the call itself nothing.</summary>
internal static class Unreadable
{
    /// <summary>A status outside 2xx: the host counts the call as failed.</summary>
    public static IResult Answer(ILogger logger, string function, Exception e)
    {
        Log(logger, function, e);
        var status = e is BadHttpRequestException bad ? bad.StatusCode : StatusCodes.Status400BadRequest;
        return Results.Problem(statusCode: status, title: "The call could not be read.", detail: Reason(e));
    }

    public static void Log(ILogger logger, string function, Exception e) => logger.LogError("{Function}: the host's call could not be read: {Reason}", function, Reason(e));

    /// <summary>Why, in words that quote nothing.</summary>
    public static string Reason(Exception e) => e switch
    {
        InvalidInvocationException => e.Message,
        BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge } => "It is larger than this program takes.",
        BadHttpRequestException => "It ended before it was whole.",
        System.Text.Json.JsonException => "The input is no JSON of the expected kind.",
        FormatException => "The history is no base64.",
        Google.Protobuf.InvalidProtocolBufferException => "The history is no message of the protocol.",
        _ => e.GetType().Name,
    };
}
