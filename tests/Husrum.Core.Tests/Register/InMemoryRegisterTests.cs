using Husrum.Core.Register;
using Husrum.Testing;

namespace Husrum.Core.Tests.Register;

public sealed class InMemoryRegisterTests : RegisterConformance
{
    private InMemoryRegister? _register;

    protected override Task<IRegister> OpenAsync(Action<HubCommand> onCommand) => Task.FromResult<IRegister>(_register = new InMemoryRegister(onCommand, Upcasters));

    protected override Task PlantAsync(string partition, string row, EncodedRecord record)
    {
        _register!.Plant(partition, row, record);
        return Task.CompletedTask;
    }
}
