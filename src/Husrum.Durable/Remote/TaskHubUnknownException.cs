namespace Husrum.Durable.Remote;

/// <summary>Nobody has said yet where the task hub is: the next call of its host will.</summary>
public sealed class TaskHubUnknownException() : Exception("Nobody has said yet where the task hub is.");
