using Microsoft.AspNetCore.Components;
using Portal.Web.Operations;

namespace Portal.Web.Shared.Lists;

/// <summary>A page whose list is what its address says, so that Back and an address that is sent show the same rows.</summary>
public abstract class ListPage : ComponentBase
{
    [Inject]
    protected NavigationManager Navigation { get; private set; } = null!;

    [SupplyParameterFromQuery(Name = ListAddress.PageKey)]
    public string? PageNumber { get; set; }

    [SupplyParameterFromQuery(Name = ListAddress.SortKey)]
    public string? Sort { get; set; }

    [SupplyParameterFromQuery(Name = ListAddress.ColumnsKey)]
    public string? Columns { get; set; }

    private readonly Turns _turns = new();

    protected ListAddress Address { get; private set; } = ListAddress.Of("http://localhost/");

    protected override async Task OnParametersSetAsync()
    {
        Address = ListAddress.Of(Navigation.Uri);
        await LoadInTurnAsync();
    }

    /// <summary>Brings the rows that the address asks for.</summary>
    protected abstract Task LoadAsync();

    // Rows asked for before would else take the place of those asked for last.
    private Task LoadInTurnAsync() => _turns.RunAsync(LoadAsync);

    /// <summary>Narrows the list to a value; an empty one narrows nothing.</summary>
    protected void Show(string key, string? value)
    {
        if (Address[key] != (value ?? ""))
        {
            Navigation.NavigateTo(Address.With(key, value).ToString());
        }
    }

    /// <summary>Shows the first page after something changed that is not in the address: what is searched for.</summary>
    protected Task AnewAsync()
    {
        if (Address.Page == 0)
        {
            return LoadInTurnAsync();
        }

        Navigation.NavigateTo(Address.At(0).ToString());
        return Task.CompletedTask;
    }

    /// <summary>A day as it stands in an address; null for what is none.</summary>
    protected static DateOnly? DayOf(string? value) => AddressDay.Of(value);

    protected static string? Written(DateOnly? day) => AddressDay.Written(day);

    /// <summary>What the list is sorted by; null for the list's own order.</summary>
    protected TSort? SortOf<TSort>()
        where TSort : struct, Enum => Named<TSort>(Address.SortedBy);

    /// <summary>A choice as it stands in an address; null for what is none.</summary>
    protected static TChoice? Named<TChoice>(string name)
        where TChoice : struct, Enum =>
        Enum.TryParse<TChoice>(name, out var value) && Enum.IsDefined(value) && name == value.ToString() ? value : null;
}
