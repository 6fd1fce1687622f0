namespace Shop

type Line = { Id: int; Name: string }

type Shape =
    | Circle of radius: float
    | Square of side: int * label: string
    | Nothing

    member this.Area(next: unit -> unit) =
        next ()
        1.0

type Cart(owner: string) =
    let mutable total = 0

    member this.Add(item: Line, next: unit -> unit) =
        total <- total + item.Id
        next ()

    member _.Total with set (next: unit -> unit) = next ()

    member this.Each(next: unit -> unit) =
        [ 1 ] |> List.iter (fun number -> total <- number; next ())

    static member Create(next: unit -> unit) =
        let cart = Cart("new")
        next ()
        cart

    static member (+)(left: Cart, next: unit -> unit) =
        next ()
        left

module Orders =
    let plain (number: int) (next: unit -> unit) =
        let doubled = number * 2
        next ()
        doubled

    let closure (prefix: string) (next: unit -> unit) =
        let count = 3
        let inner = fun (suffix: string) -> (let text = prefix + suffix in next (); text.Length + count)
        inner "x"

    let nested (next: unit -> unit) =
        let outer = fun () -> (let inner = fun () -> next () in inner ())
        outer ()

    let localFunction (next: unit -> unit) =
        let rec loop depth = if depth = 0 then next () else loop (depth - 1)
        loop 2

    let generic<'T> (value: 'T) (next: unit -> unit) =
        let copy = value
        next ()
        copy

    let (|Even|Odd|) (number: int, next: unit -> unit) =
        next ()
        if number % 2 = 0 then Even else Odd

    let matched (shape: Shape) (next: unit -> unit) =
        match shape with
        | Square(side, label) ->
            let size = side * 2
            next ()
            size + label.Length
        | _ -> 0

    let sequence (next: unit -> unit) =
        let numbers = seq {
            let first = 1
            next ()
            yield first
        }
        numbers |> Seq.head

    let asynchronous (order: string) (next: unit -> unit) =
        async {
            let length = order.Length
            next ()
            return length
        }
        |> Async.Ignore |> Async.StartImmediate

    let withTask (order: string) (next: unit -> unit) =
        let work = task {
            let length = order.Length
            next ()
            return length
        }
        work.Wait()

    let afterAwait (order: string) (next: unit -> unit) =
        let work = task {
            let! length = System.Threading.Tasks.Task.FromResult order.Length
            next ()
            return length
        }
        work.Wait()

    let values (next: unit -> unit) =
        let line = { Id = 1; Name = "x" }
        let circle = Circle 1.5
        let square = Square(2, "s")
        let none: int option = None
        let some = Some 5
        let list = [ 1; 2; 3 ]
        let map = Map.ofList [ "a", 1; "b", 2 ]
        let set = Set.ofList [ 2; 1 ]
        let many = Set.ofSeq (seq { 1 .. 30 })
        let headers = Map.ofList [ "accept", "all"; "password", "hunter2"; "a", "b"; "z", "c" ]
        let nothing: Map<string, int> = Map.empty
        let pair = 1, "one"
        let structPair = struct (1, "one")
        let cell = ref 5
        let result: Result<int, string> = Ok 5
        let mutable changed = 1
        changed <- 2
        next ()
        changed

    module Inner =
        let run (next: unit -> unit) = next (); 0
