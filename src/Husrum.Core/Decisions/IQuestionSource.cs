namespace Husrum.Core.Decisions;

/// <summary>A process that brings questions with it.</summary>
public interface IQuestionSource
{
    /// <summary>Its questions.</summary>
    IEnumerable<DecisionQuestion> Questions { get; }
}
