using System.Text.Json;

namespace Husrum.Durable.Tests.Execution;

public sealed class DataConverterTests
{
    [Fact]
    public void Null_is_no_text_and_no_text_is_the_types_default()
    {
        DataConverter.Serialize(null).ShouldBeNull();
        DataConverter.Deserialize(null, typeof(int)).ShouldBe(0);
        DataConverter.Deserialize(null, typeof(string)).ShouldBeNull();
        DataConverter.Deserialize<int>("").ShouldBe(0);
    }

    [Theory]
    [InlineData("""["x"]""", "x")]
    [InlineData("[null]", null)]
    [InlineData("[]", null)]
    [InlineData(null, null)]
    public void An_activitys_input_is_taken_out_of_its_array_of_one(string? json, string? input) =>
        DataConverter.DeserializeActivityInput(json, typeof(string)).ShouldBe(input);

    [Fact]
    public void An_activitys_input_comes_through_as_it_went_in()
    {
        int[] numbers = [1, 2, 3];
        var json = DataConverter.SerializeActivityInput(numbers);
        json.ShouldBe("[[1,2,3]]");
        DataConverter.DeserializeActivityInput(json, typeof(int[])).ShouldBe(numbers);
        DataConverter.SerializeActivityInput(null).ShouldBe("[null]");
    }

    [Fact]
    public void An_activitys_input_that_is_not_in_an_array_is_refused() =>
        Should.Throw<JsonException>(() => DataConverter.DeserializeActivityInput("7", typeof(int)));

    [Fact]
    public void A_value_is_written_as_what_it_is_not_as_what_it_is_held_as()
    {
        object held = new Derived { Extra = 2 };
        DataConverter.Serialize(held).ShouldBe("""{"Extra":2,"Base":1}""");
    }

    private class Based
    {
        // fields count, as in the SDK
        public int Base = 1;
    }

    private sealed class Derived : Based
    {
        public int Extra { get; init; }
    }
}
