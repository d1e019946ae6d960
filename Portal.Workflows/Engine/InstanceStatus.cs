
namespace Portal.Workflows.Engine;

public enum InstanceStatus
{
    Running,
    Finished,
    Cancelled,
}
